'use client'

import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { CodeBlock } from '../transmission/code-block.tsx'

type Intake = { url: string; user: string }

/** How affiliates get here, since UltraCart does not report them. */
export function WaysIn({ intake }: { intake: Intake }) {
  return (
    <SectionCard
      title="How affiliates come in"
      description="UltraCart offers no webhook for affiliate sign-ups. There are three ways; each tells ONTRAPORT the same, and never twice."
    >
      <Stack gap="lg">
        <Way title="1. A form or a script posts them">
          Let your sign-up form, an automation tool or a script post each affiliate, or up to 1,000
          in a list, with the user name and password of the webhook. The first two fields are
          required; without an email the affiliate is only noted.
          <CurlExample intake={intake} />
        </Way>
        <Way title="2. You upload a list">
          Export the affiliates from UltraCart as CSV and upload the file above. You see what is
          new, changed and unchanged before anything happens, so the same list can be uploaded every
          week.
        </Way>
        <Way title="3. UltraCart reports them, should it ever">
          If UltraCart begins to send events such as <i>affiliate_create</i> to the webhook, they
          are read like the others. Until then UltraCart names affiliates in orders only: such a
          number is listed here, and nothing is sent.
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
          Example; the password is on the Integration page
        </Text>
        <CopyButton value={command} label="the example" />
      </Group>
      <CodeBlock label="Example of a call that posts an affiliate" text={command} isWrapped />
    </Stack>
  )
}
