'use client'

import type { ConnectionTest } from '#lib/domain/connection.ts'
import { KeyEntry } from '../key-entry.tsx'
import type { Deed } from '../use-deed.ts'
import { isTurnedAway } from './is-turned-away.ts'

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
      label="UltraCart Integration Key"
      description="In ONTRAPORT: Administration → Integrations → UltraCart. You may also paste the whole receiver address that holds the key."
      refusalOf={(test) => (isTurnedAway(test) ? test.message : null)}
      hasFocus
    />
  )
}
