'use client'

import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Says for a few seconds that something was done. */
export function notifyDone(title: string, message: ReactNode = null): string {
  return notifications.show({
    title,
    message,
    color: 'teal.8',
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: 6_000,
    closeButtonProps: { 'aria-label': 'Close' },
  })
}

/** Says that something was refused; it stays until it is closed. */
export function notifyRefused(title: string, message: ReactNode): string {
  return notifications.show({
    title,
    message,
    color: 'red.8',
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: false,
    closeButtonProps: { 'aria-label': 'Close' },
  })
}
