'use client'

import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { SETTINGS_TEXTS } from '../texts/settings.ts'

export type Question = { title: string; consequence: string; confirm: string; cancel: string }

/** Asks before something that cannot simply be taken back, naming what follows. */
export function askFirst({ title, consequence, confirm, cancel }: Question, act: () => void): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{consequence}</Text>,
    labels: { confirm, cancel },
    confirmProps: { color: 'red.8' },
    closeButtonProps: { 'aria-label': SETTINGS_TEXTS.close },
    onConfirm: act,
  })
}
