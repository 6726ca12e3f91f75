'use client'

import { NativeSelect, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { Rule } from '../texts/integration-rule-words.ts'
import { RuleTrial } from './rule-trial.tsx'
import classes from './rules-section.module.css'
import { type RuleDeeds, type RuleDraft, useRuleDraft } from './use-rule-draft.ts'

type RuleRowProps = RuleDeeds & { rule: Rule; rules: RelayRules; canEdit: boolean }

/** One rule: its choice, what the choice leads to, and what another one would have done. */
export function RuleRow({ rule, rules, canEdit, ...deeds }: RuleRowProps) {
  const titleId = useId()
  const draft = useRuleDraft(rule, deeds)
  const saved = rule.value(rules)
  const value = draft.draft ?? saved
  const chosen = rule.choices.find((choice) => choice.value === value)
  return (
    <RuleFrame title={rule.title} titleId={titleId} text={chosen?.consequence} draft={draft}>
      <NativeSelect
        aria-labelledby={titleId}
        data={rule.choices.map(({ value: choice, label }) => ({ value: choice, label }))}
        value={value}
        disabled={!canEdit || draft.isSaving}
        onChange={({ currentTarget }) =>
          currentTarget.value === saved ? draft.discard() : draft.consider(currentTarget.value)
        }
      />
    </RuleFrame>
  )
}

type RuleFrameProps = {
  title: string
  titleId: string
  text: ReactNode
  draft: RuleDraft
  children: ReactNode
}

/** The words of a rule beside its control, and below them what a change would have done. */
export function RuleFrame({ title, titleId, text, draft, children }: RuleFrameProps) {
  return (
    <div className={classes.rule}>
      <div className={classes.words}>
        <Text size="sm" fw={560} component="h3" id={titleId}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {text}
        </Text>
      </div>
      <div className={classes.choice}>{children}</div>
      <RuleTrial draft={draft} />
    </div>
  )
}
