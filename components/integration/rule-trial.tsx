'use client'

import { Button, Group, Text } from '@mantine/core'
import type { RulePreview } from '#lib/domain/preview-rules.ts'
import { FormFault } from '../form-fault.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import classes from './rules-section.module.css'
import type { RuleDraft } from './use-rule-draft.ts'

const TEXTS = RULE_TEXTS.ruleTrial

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
              {TEXTS.lookingAtWhatHappened}
            </Text>
          )
        ) : (
          <Preview {...draft.preview} />
        )}
      </div>
      <Group gap="xs">
        <Button size="xs" loading={draft.isSaving} onClick={draft.save}>
          {TEXTS.save}
        </Button>
        <Button size="xs" variant="default" onClick={draft.discard}>
          {TEXTS.leaveAsItIs}
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
            {TEXTS.inTheMessageOf(example.reference)}
          </Text>
          <Lines label={TEXTS.now} text={example.before} />
          <Lines label={TEXTS.afterwards} text={example.after} />
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
      {text === null ? <Text size="sm">{TEXTS.noMessage}</Text> : <pre>{text}</pre>}
    </div>
  )
}
