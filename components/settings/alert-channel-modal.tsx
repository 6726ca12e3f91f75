'use client'

import type { AlertChannelKind, AlertChannelView } from '#lib/domain/alert-channel.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'
import { AlertChannelForm } from './alert-channel-form.tsx'
import type { AlertDeeds } from './alert-deeds.ts'

type AlertChannelModalProps = Pick<AlertDeeds, 'save'> & {
  /** `null` for a new one. */
  channel: AlertChannelView | null
  kind: AlertChannelKind
  isOpen: boolean
  onClose: () => void
}

export function AlertChannelModal(props: AlertChannelModalProps) {
  const { channel, kind, isOpen, onClose, save } = props
  const { title } = ALERTS_TEXTS.form
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="lg"
      title={channel === null ? title[kind] : title.change(channel.target)}
    >
      <AlertChannelForm {...{ channel, kind, save }} onDone={onClose} />
    </Dialog>
  )
}
