'use client'

import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import { CodeBlock } from '../transmission/code-block.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = AFFILIATES_TEXTS.waysIn

type Intake = { url: string; user: string }

/** How affiliates get here, since UltraCart does not report them. */
export function WaysIn({ intake }: { intake: Intake }) {
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <Stack gap="lg">
        <Way title={TEXTS.aScriptPosts}>
          <Worded
            text={TEXTS.letYourSignUp}
            parts={{ curlExample: <CurlExample intake={intake} /> }}
          />
        </Way>
        <Way title={TEXTS.youUploadAList}>{TEXTS.exportTheAffiliatesFrom}</Way>
        <Way title={TEXTS.ultracartReportsThem}>
          <Worded
            text={TEXTS.ifUltracartBeginsTo}
            parts={{ emphasis: <i>{TEXTS.affiliateCreate}</i> }}
          />
        </Way>
      </Stack>
    </SectionCard>
  )
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text fw={600} size="sm" component="h3">
        {title}
      </Text>
      <Text size="sm" component="div" mt={2} maw={720}>
        {children}
      </Text>
    </div>
  )
}

const EXAMPLE = {
  affiliateId: 204931,
  approved: true,
  email: 'anais@example.com',
  firstName: 'Anaïs',
  lastName: 'D’Almeida',
  company: 'Le Blog du Thé',
  phone: '+33 4 55 50 01 00',
  address1: '8 rue de l’Église',
  city: 'Lyon',
  state: '',
  postalCode: '69001',
  countryCode: 'FR',
}

function CurlExample({ intake: { url, user } }: { intake: Intake }) {
  const command = [
    `curl --user '${user}:PASSWORD' --header 'Content-Type: application/json' \\`,
    `  --data '${JSON.stringify(EXAMPLE, null, 2)}' \\`,
    `  '${url}'`,
  ].join('\n')
  return (
    <Stack gap={4} mt="sm">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" fw={560} c="dimmed">
          {TEXTS.exampleThePasswordIs}
        </Text>
        <CopyButton value={command} label={TEXTS.theExample} />
      </Group>
      <CodeBlock label={TEXTS.exampleOfACall} text={command} isWrapped />
    </Stack>
  )
}
