'use client'

import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { SectionCard } from '../section-card.tsx'
import { Moment } from '../time/moment.tsx'
import type { Deed } from '../use-deed.ts'
import { RuleRow } from './rule-row.tsx'
import { RULES } from './rule-words.ts'
import classes from './rules-section.module.css'

type RulesSectionProps = {
  rules: RelayRules
  canEdit: boolean
  setRule: Deed<[name: string, value: string], RelayRules>
}

export function RulesSection({ rules, canEdit, setRule }: RulesSectionProps) {
  return (
    <SectionCard
      title="Relay rules"
      description="What is sent and what is not. A change counts for what arrives from then on."
      isFlush
    >
      <div className={classes.rules}>
        {RULES.map((rule) => (
          <RuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} setRule={setRule} />
        ))}
        <FixedRule title="Start date">
          {rules.startDate === null ? (
            'Orders are relayed whenever they were placed.'
          ) : (
            <>
              Orders placed before <Moment at={rules.startDate} style="long" /> tell nothing.
            </>
          )}
        </FixedRule>
        <FixedRule title="Words that mean failure">
          {rules.failureWords.length === 0
            ? 'Whatever ONTRAPORT says in an accepting answer is taken as accepted.'
            : `An answer counts as refused when its text says ${rules.failureWords.join(', ')}.`}
        </FixedRule>
      </div>
    </SectionCard>
  )
}

function FixedRule({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.rule}>
      <div className={classes.words}>
        <Text size="sm" fw={560} component="h3">
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </div>
    </div>
  )
}
