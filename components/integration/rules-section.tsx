'use client'

import type { Way } from '#lib/domain/connection.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { SectionCard } from '../section-card.tsx'
import { RECEIVER_RULES, RULES, WORDS_RULES } from '../texts/integration-rule-words.ts'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { RuleRow } from './rule-row.tsx'
import classes from './rules-section.module.css'
import { StartDateRow } from './start-date-row.tsx'
import { TextRuleRow } from './text-rule-row.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'

const TEXTS = RULE_TEXTS.rulesSection

type RulesSectionProps = RuleDeeds & { way: Way; rules: RelayRules; canEdit: boolean }

/** The rules that count for the way in use. */
export function RulesSection({ way, rules, canEdit, ...deeds }: RulesSectionProps) {
  const isByApi = way === 'rest'
  return (
    <SectionCard id="rules" title={TEXTS.title} description={TEXTS.description} isFlush>
      <div className={classes.rules}>
        <StartDateRow startDate={rules.startDate} canEdit={canEdit} {...deeds} />
        {RULES.filter(({ name }) => !(isByApi && RECEIVER_RULES.has(name))).map((rule) => (
          <RuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} {...deeds} />
        ))}
        {!isByApi &&
          WORDS_RULES.map((rule) => (
            <TextRuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} {...deeds} />
          ))}
      </div>
    </SectionCard>
  )
}
