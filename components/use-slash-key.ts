'use client'

import { useLocalStorage } from '@mantine/hooks'

/** Whether the slash key leads to the search box. People who speak to their computer can switch it off (WCAG 2.1.4). */
export function useSlashKey() {
  return useLocalStorage({ key: 'relay-slash-key', defaultValue: true })
}
