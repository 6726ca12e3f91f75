'use client'

import { KeyEntry } from '../key-entry.tsx'
import { notifyDone, notifyInPart } from '../notify.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import type { SyncDeeds } from './store-deeds.ts'

const TEXTS = PRODUCTS_TEXTS.simpleKeyForm

type SimpleKeyFormProps = Pick<SyncDeeds, 'saveKey'> & { onClose?: () => void }

/** Takes the key of UltraCart's API. */
export function SimpleKeyForm({ saveKey, onClose }: SimpleKeyFormProps) {
  return (
    <KeyEntry
      saveKey={saveKey}
      label={TEXTS.simpleKeyOfUltracart}
      description={TEXTS.description}
      refusalOf={({ isSaved, message }) => (isSaved ? null : message)}
      onSaved={({ isComplete, message }) => {
        if (isComplete) notifyDone(TEXTS.simpleKeySaved, message)
        else notifyInPart(TEXTS.simpleKeySavedFor, message)
        onClose?.()
      }}
      onCancel={onClose}
    />
  )
}
