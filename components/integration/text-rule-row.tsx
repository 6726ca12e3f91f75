'use client'

import { Textarea, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ChangeEvent, useId, useState } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { TextRule } from '../texts/integration-rule-words.ts'
import { RuleFrame } from './rule-row.tsx'
import { type RuleDeeds, useRuleDraft } from './use-rule-draft.ts'

type TextRuleRowProps = RuleDeeds & { rule: TextRule; rules: RelayRules; canEdit: boolean }

const TYPING_PAUSE_MS = 450
const MOST_LETTERS = { short: 500, long: 20_000 }

/** A rule that is a text, such as words that ONTRAPORT's answer is searched for, or tags. */
export function TextRuleRow({ rule, rules, canEdit, ...deeds }: TextRuleRowProps) {
  const titleId = useId()
  const draft = useRuleDraft(rule, deeds)
  const saved = rule.value(rules)
  const [typed, setTyped] = useState<string | null>(null)
  const consider = useDebouncedCallback(draft.consider, { delay: TYPING_PAUSE_MS })
  const type = (text: string) => {
    setTyped(text)
    consider(text.trim() === '' ? (rule.empty ?? '') : text)
  }
  const close = (end: () => void) => () => {
    setTyped(null)
    end()
  }
  const row = { ...draft, save: close(draft.save), discard: close(draft.discard) }
  const field = {
    'aria-labelledby': titleId,
    placeholder: rule.placeholder,
    value: typed ?? saved,
    disabled: !canEdit || draft.isSaving,
    spellCheck: false,
    maxLength: rule.isLong ? MOST_LETTERS.long : MOST_LETTERS.short,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      type(event.currentTarget.value),
  }
  return (
    <RuleFrame title={rule.title} titleId={titleId} text={rule.describe(saved)} draft={row}>
      {rule.isLong ? (
        <Textarea autosize minRows={2} maxRows={12} {...field} />
      ) : (
        <TextInput {...field} />
      )}
    </RuleFrame>
  )
}
