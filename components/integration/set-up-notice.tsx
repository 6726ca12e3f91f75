'use client'

import { List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconListCheck } from '@tabler/icons-react'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { Notice } from '../notice.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'

const TEXTS = INTEGRATION_TEXTS.setUpNotice

type SetUpNoticeProps = { set: WebhookSetUp; isDone: boolean }

/** What would change at UltraCart or has changed there, and what to know about it. */
export function SetUpNotice({ set, isDone }: SetUpNoticeProps) {
  const { kind, changes, warnings } = set
  const isFine = isDone || kind === 'nothing'
  return (
    <Stack gap="sm">
      <Notice
        tone={isFine ? 'good' : 'busy'}
        title={titleOf(kind, isDone)}
        icon={isFine ? <IconCircleCheck size={18} /> : <IconListCheck size={18} />}
        role="status"
      >
        {changes.length > 0 && <Sentences sentences={changes} />}
        {!isDone && (
          <Text size="sm" mt={changes.length > 0 ? 8 : 0}>
            {TEXTS.otherWebhooksOfThe}
          </Text>
        )}
      </Notice>
      {warnings.length > 0 && (
        <Notice tone="wait" title={TEXTS.title} icon={<IconAlertTriangle size={18} />}>
          <Sentences sentences={warnings} />
        </Notice>
      )}
    </Stack>
  )
}

function titleOf(kind: WebhookSetUp['kind'], isDone: boolean): string {
  switch (kind) {
    case 'nothing':
      return TEXTS.ultracartsWebhookIsAs
    case 'create':
      return isDone ? TEXTS.theWebhookWasMade : TEXTS.thisWouldBeMade
    case 'update':
      return isDone ? TEXTS.theWebhookWasChanged : TEXTS.thisWouldChangeAt
  }
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <List size="sm" spacing={2}>
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  )
}
