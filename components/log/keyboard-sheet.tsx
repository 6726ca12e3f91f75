'use client'

import { Dialog } from '../dialog/dialog.tsx'
import { later } from '../later.ts'
import { LOG_TEXTS } from '../texts/log.ts'

const KeyboardLines = later(() => import('./keyboard-lines.tsx').then((file) => file.KeyboardLines))

type KeyboardSheetProps = { isOpen: boolean; onClose: () => void }

/** All keys of the log, and the switch for those that work alone. */
export function KeyboardSheet({ isOpen, onClose }: KeyboardSheetProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={LOG_TEXTS.keyboardSheet.title}>
      <KeyboardLines />
    </Dialog>
  )
}
