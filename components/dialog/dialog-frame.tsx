'use client'

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { SHARED_TEXTS } from '../texts/shared.ts'
import { useOpened } from '../use-opened.ts'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  size?: 'md' | 'lg' | 'xl'
  children: ReactNode
}

export function DialogFrame({ isOpen, onClose, title, size = 'md', children }: DialogProps) {
  return (
    <Modal
      opened={useOpened(isOpen)}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': SHARED_TEXTS.dialog.close }}
    >
      {children}
    </Modal>
  )
}
