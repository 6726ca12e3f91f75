'use client'

import { Modal } from '@mantine/core'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import type { Deed } from '../use-deed.ts'
import { KeyForm } from './key-form.tsx'

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
      title="Replace the key"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
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
