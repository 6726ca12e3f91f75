'use client'

import { NativeSelect, Text } from '@mantine/core'
import { useId } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { notifyDone } from '../notify.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import type { Rule } from './rule-words.ts'
import classes from './rules-section.module.css'

type RuleRowProps = {
  rule: Rule
  rules: RelayRules
  canEdit: boolean
  setRule: Deed<[name: string, value: string], RelayRules>
}

/** One rule: its choice, and what the choice leads to. */
export function RuleRow({ rule, rules, canEdit, setRule }: RuleRowProps) {
  const titleId = useId()
  const { run, isRunning, fault } = useDeed(setRule)
  const value = rule.value(rules)
  const chosen = rule.choices.find((choice) => choice.value === value)
  const choose = (next: string) =>
    run([rule.name, next], () => notifyDone('Rule saved', `${rule.title}: ${labelOf(rule, next)}`))
  return (
    <div className={classes.rule}>
      <div className={classes.words}>
        <Text size="sm" fw={560} component="h3" id={titleId}>
          {rule.title}
        </Text>
        <Text size="sm" c="dimmed">
          {chosen?.consequence}
        </Text>
      </div>
      <NativeSelect
        className={classes.choice}
        aria-labelledby={titleId}
        data={rule.choices.map(({ value: choice, label }) => ({ value: choice, label }))}
        value={value}
        disabled={!canEdit || isRunning}
        error={fault}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </div>
  )
}

function labelOf(rule: Rule, value: string): string {
  return rule.choices.find((choice) => choice.value === value)?.label ?? value
}
