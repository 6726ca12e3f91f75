'use client'

import { useLocalStorage } from '@mantine/hooks'

/** Whether keys alone, such as the slash, do something. People who speak to their computer can switch them off (WCAG 2.1.4). */
export function useSingleKeys() {
  return useLocalStorage({ key: 'relay-slash-key', defaultValue: true })
}
