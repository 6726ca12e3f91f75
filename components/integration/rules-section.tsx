'use client'

import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { SectionCard } from '../section-card.tsx'
import { RuleRow } from './rule-row.tsx'
import { RULES, WORDS_RULES } from './rule-words.ts'
import classes from './rules-section.module.css'
import { StartDateRow } from './start-date-row.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'
import { WordsRuleRow } from './words-rule-row.tsx'

type RulesSectionProps = RuleDeeds & { rules: RelayRules; canEdit: boolean }

export function RulesSection({ rules, canEdit, ...deeds }: RulesSectionProps) {
  return (
    <SectionCard
      id="rules"
      title="Relay rules"
      description="What is sent and what is not. Another choice is first tried on what happened last; saved, it counts for what arrives from then on."
      isFlush
    >
      <div className={classes.rules}>
        <StartDateRow startDate={rules.startDate} canEdit={canEdit} {...deeds} />
        {RULES.map((rule) => (
          <RuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} {...deeds} />
        ))}
        {WORDS_RULES.map((rule) => (
          <WordsRuleRow
            key={rule.name}
            rule={rule}
            words={rule.value(rules)}
            canEdit={canEdit}
            {...deeds}
          />
        ))}
      </div>
    </SectionCard>
  )
}
