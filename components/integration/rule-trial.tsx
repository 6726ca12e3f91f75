'use client'

import { Button, Group, Text } from '@mantine/core'
import type { RulePreview } from '#lib/domain/preview-rules.ts'
import { FormFault } from '../form-fault.tsx'
import classes from './rules-section.module.css'
import type { RuleDraft } from './use-rule-draft.ts'

/** What a changed rule would have done, with the choice to keep it. */
export function RuleTrial({ draft }: { draft: RuleDraft }) {
  if (draft.draft === null) return null
  return (
    <div className={classes.trial}>
      <FormFault fault={draft.fault} />
      <div role="status">
        {draft.preview === null ? (
          draft.fault === null && (
            <Text size="sm" c="dimmed">
              Looking at what happened last…
            </Text>
          )
        ) : (
          <Preview {...draft.preview} />
        )}
      </div>
      <Group gap="xs">
        <Button size="xs" loading={draft.isSaving} onClick={draft.save}>
          Save
        </Button>
        <Button size="xs" variant="default" onClick={draft.discard}>
          Leave as it is
        </Button>
      </Group>
    </div>
  )
}

function Preview({ sentences, example }: RulePreview) {
  return (
    <>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {example !== null && (
        <div className={classes.example}>
          <Text size="xs" c="dimmed">
            In the message of {example.reference}:
          </Text>
          <Lines label="Now" text={example.before} />
          <Lines label="Then" text={example.after} />
        </div>
      )}
    </>
  )
}

function Lines({ label, text }: { label: string; text: string | null }) {
  if (text === '') return null
  return (
    <div className={classes.lines}>
      <Text size="xs" fw={560} c="dimmed" component="span">
        {label}
      </Text>
      {text === null ? <Text size="sm">no message</Text> : <pre>{text}</pre>}
    </div>
  )
}
