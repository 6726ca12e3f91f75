'use client'

import type { ConnectionTest } from '#lib/domain/connection.ts'
import { KeyEntry } from '../key-entry.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import type { Deed } from '../use-deed.ts'
import { isTurnedAway } from './is-turned-away.ts'

const TEXTS = INTEGRATION_TEXTS.keyForm

type KeyFormProps = {
  saveKey: Deed<[apiKey: string], ConnectionTest>
  onSaved: (test: ConnectionTest) => void
  onCancel?: () => void
}

/** Takes ONTRAPORT's key. */
export function KeyForm(props: KeyFormProps) {
  return (
    <KeyEntry
      {...props}
      label={TEXTS.ultracartIntegrationKey}
      description={TEXTS.description}
      refusalOf={(test) => (isTurnedAway(test) ? test.message : null)}
      hasFocus
    />
  )
}
