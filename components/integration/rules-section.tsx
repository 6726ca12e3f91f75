'use client'

import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { SectionCard } from '../section-card.tsx'
import { RULES, WORDS_RULES } from '../texts/integration-rule-words.ts'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { RuleRow } from './rule-row.tsx'
import classes from './rules-section.module.css'
import { StartDateRow } from './start-date-row.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'
import { WordsRuleRow } from './words-rule-row.tsx'

const TEXTS = RULE_TEXTS.rulesSection

type RulesSectionProps = RuleDeeds & { rules: RelayRules; canEdit: boolean }

export function RulesSection({ rules, canEdit, ...deeds }: RulesSectionProps) {
  return (
    <SectionCard id="rules" title={TEXTS.title} description={TEXTS.description} isFlush>
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
