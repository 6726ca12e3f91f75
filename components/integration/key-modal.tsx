'use client'

import { Modal } from '@mantine/core'
import type { ConnectionTest } from '#lib/domain/connection.ts'
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
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={TEXTS.title}
      size="lg"
      closeButtonProps={{ 'aria-label': TEXTS.close }}
    >
      <KeyForm
        saveKey={saveKey}
        onCancel={onClose}
        onSaved={(test) => {
          onSaved(test)
          onClose()
        }}
      />
    </Modal>
  )
}
