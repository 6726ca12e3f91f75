'use client'

import { KeyEntry } from '../key-entry.tsx'
import { notifyDone, notifyInPart } from '../notify.tsx'
import type { SyncDeeds } from './store-deeds.ts'

type SimpleKeyFormProps = Pick<SyncDeeds, 'saveKey'> & { onClose?: () => void }

/** Takes the key of UltraCart's API. */
export function SimpleKeyForm({ saveKey, onClose }: SimpleKeyFormProps) {
  return (
    <KeyEntry
      saveKey={saveKey}
      label="Simple key of UltraCart"
      description="In UltraCart: Configuration → Back Office → Authorized Applications → new application with a simple key. It needs item_read; to set up the webhook and to fetch past orders also webhook_read, webhook_write and order_read. It is kept encrypted."
      refusalOf={({ isSaved, message }) => (isSaved ? null : message)}
      onSaved={({ isComplete, message }) => {
        if (isComplete) notifyDone('Simple key saved', message)
        else notifyInPart('Simple key saved for a part', message)
        onClose?.()
      }}
      onCancel={onClose}
    />
  )
}
