'use client'

import type { ConnectionTest } from '#lib/domain/connection.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import type { Deed } from '../use-deed.ts'
import { KeyForm } from './key-form.tsx'

const TEXTS = INTEGRATION_TEXTS.keyModal

type KeyModalProps = {
  isOpen: boolean
  onClose: () => void
  saveKey: Deed<[apiKey: string], ConnectionTest>
  onSaved: (test: ConnectionTest) => void
}

export function KeyModal({ isOpen, onClose, saveKey, onSaved }: KeyModalProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={TEXTS.title} size="lg">
      <KeyForm
        saveKey={saveKey}
        onCancel={onClose}
        onSaved={(test) => {
          onSaved(test)
          onClose()
        }}
      />
    </Dialog>
  )
}
