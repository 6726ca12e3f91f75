'use client'

import { Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { CodeBlock } from './code-block.tsx'
import { prettyXml } from './pretty-xml.ts'

type RequestSectionProps = { request: string | null; isPreview: boolean; isIncoming: boolean }

/** The XML that was sent, or would be; of a poll, what was asked. */
export function RequestSection({ request, isPreview, isIncoming }: RequestSectionProps) {
  return (
    <SectionCard
      title="Request"
      description={
        isIncoming
          ? 'What we were asked.'
          : isPreview
            ? 'Not sent. This is what would be sent with today’s product names.'
            : 'Exactly what was sent.'
      }
      action={request !== null && <CopyButton value={request} label="request" />}
    >
      {request === null ? (
        <Text size="sm" c="dimmed">
          There is no message: nothing could be composed from what UltraCart reported.
        </Text>
      ) : (
        <RequestText request={request} />
      )}
    </SectionCard>
  )
}

function RequestText({ request }: { request: string }) {
  const pretty = prettyXml(request)
  const [view, setView] = useState('pretty')
  const [isWrapped, setWrapped] = useState(true)
  const isPretty = view === 'pretty' && pretty !== null
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label="How the request is shown"
          data={[
            { value: 'pretty', label: 'Pretty' },
            { value: 'raw', label: 'Raw' },
          ]}
        />
        <Switch
          size="sm"
          label="Wrap long lines"
          checked={isWrapped}
          onChange={(event) => setWrapped(event.currentTarget.checked)}
        />
      </Group>
      <CodeBlock
        label="Request XML"
        text={isPretty ? pretty : request}
        isWrapped={isWrapped}
        isMarkup={isPretty}
      />
    </Stack>
  )
}
