'use client'

import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SHARED_TEXTS } from './texts/shared.ts'

const TEXTS = SHARED_TEXTS.notify

const READ_MS = 6_000
/** Long enough to reach a button in it. */
const ACT_MS = 15_000

type DoneOptions = { hasButton?: boolean }

/** Says for a few seconds that something was done. */
export function notifyDone(
  title: string,
  message: ReactNode = null,
  { hasButton = false }: DoneOptions = {},
): string {
  return notifications.show({
    title,
    message,
    color: 'teal.8',
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: hasButton ? ACT_MS : READ_MS,
    closeButtonProps: { 'aria-label': TEXTS.close },
  })
}

/** Says that something was done, but not all of it; it stays until it is closed. */
export function notifyInPart(title: string, message: ReactNode): string {
  return showUntilClosed(title, message, 'orange.9')
}

/** Says that something was refused; it stays until it is closed. */
export function notifyRefused(title: string, message: ReactNode): string {
  return showUntilClosed(title, message, 'red.8')
}

function showUntilClosed(title: string, message: ReactNode, color: string): string {
  return notifications.show({
    title,
    message,
    color,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: false,
    closeButtonProps: { 'aria-label': TEXTS.close },
  })
}
