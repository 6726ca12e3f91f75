'use client'

import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useId, useState } from 'react'
import type { WordsRule } from '../texts/integration-rule-words.ts'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { RuleFrame } from './rule-row.tsx'
import { type RuleDeeds, useRuleDraft } from './use-rule-draft.ts'

type WordsRuleRowProps = RuleDeeds & { rule: WordsRule; words: string[]; canEdit: boolean }

const TYPING_PAUSE_MS = 450

/** A rule made of words that ONTRAPORT's answer is searched for. */
export function WordsRuleRow({ rule, words, canEdit, ...deeds }: WordsRuleRowProps) {
  const titleId = useId()
  const draft = useRuleDraft(rule, deeds)
  const saved = words.join(', ')
  const [typed, setTyped] = useState<string | null>(null)
  const consider = useDebouncedCallback(draft.consider, { delay: TYPING_PAUSE_MS })
  const type = (text: string) => {
    setTyped(text)
    consider(text)
  }
  const close = (end: () => void) => () => {
    setTyped(null)
    end()
  }
  const row = { ...draft, save: close(draft.save), discard: close(draft.discard) }
  return (
    <RuleFrame title={rule.title} titleId={titleId} text={rule.describe(words)} draft={row}>
      <TextInput
        aria-labelledby={titleId}
        placeholder={RULE_TEXTS.wordsRuleRow.placeholder}
        value={typed ?? draft.draft ?? saved}
        disabled={!canEdit || draft.isSaving}
        spellCheck={false}
        maxLength={500}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </RuleFrame>
  )
}
