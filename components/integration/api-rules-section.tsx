'use client'

import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { HelpNote } from '../help/help-note.tsx'
import { SectionCard } from '../section-card.tsx'
import { API_RULES, API_TEXT_RULES } from '../texts/integration-api-rule-words.ts'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import classes from './integration-screen.module.css'
import { RuleRow } from './rule-row.tsx'
import ruleClasses from './rules-section.module.css'
import { TextRuleRow } from './text-rule-row.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'

const TEXTS = RULE_TEXTS.apiRules

type ApiRulesSectionProps = RuleDeeds & { rules: RelayRules; canEdit: boolean }

/** What becomes of messages in ONTRAPORT where they go by its API. */
export function ApiRulesSection({ rules, canEdit, ...deeds }: ApiRulesSectionProps) {
  return (
    <SectionCard id="api-rules" title={TEXTS.title} description={TEXTS.description} isFlush>
      <div className={ruleClasses.rules}>
        {API_RULES.map((rule) => (
          <RuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} {...deeds} />
        ))}
        {API_TEXT_RULES.map((rule) => (
          <TextRuleRow key={rule.name} rule={rule} rules={rules} canEdit={canEdit} {...deeds} />
        ))}
      </div>
      <div className={classes.help}>
        <HelpNote topic="partners" />
      </div>
    </SectionCard>
  )
}
