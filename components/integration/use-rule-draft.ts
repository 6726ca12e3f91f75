'use client'

import { useState } from 'react'
import type { RulePreview } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { notifyDone } from '../notify.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { type Deed, useDeed } from '../use-deed.ts'

export type RuleDeeds = {
  setRule: Deed<[name: string, value: string], RelayRules>
  previewRule: Deed<[name: string, value: string], RulePreview>
}

/** A change of one rule that is looked at before it is saved. */
export function useRuleDraft(rule: { name: string; title: string }, deeds: RuleDeeds) {
  const saving = useDeed(deeds.setRule)
  const trying = useDeed(deeds.previewRule)
  const [draft, setDraft] = useState<string | null>(null)
  const [tried, setTried] = useState<{ value: string; preview: RulePreview } | null>(null)

  const discard = () => {
    setDraft(null)
    saving.clearFault()
    trying.clearFault()
  }
  const consider = (value: string) => {
    setDraft(value)
    saving.clearFault()
    trying.run([rule.name, value], (preview) => setTried({ value, preview }))
  }
  const save = () => {
    if (draft === null) return
    saving.run([rule.name, draft], () => {
      notifyDone(RULE_TEXTS.ruleDraft.ruleSaved, rule.title)
      setDraft(null)
    })
  }
  return {
    draft,
    /** What the draft would have done; `null` until that is known. */
    preview: tried?.value === draft ? tried.preview : null,
    fault: saving.fault ?? trying.fault,
    isSaving: saving.isRunning,
    consider,
    save,
    discard,
  }
}

export type RuleDraft = ReturnType<typeof useRuleDraft>
