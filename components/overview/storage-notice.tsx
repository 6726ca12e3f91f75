'use client'

import { IconDatabaseExclamation } from '@tabler/icons-react'
import type { Storage, StorageLevel } from '#lib/domain/storage.ts'
import { Notice } from '../notice.tsx'

/** Says that the disk is filling up, before orders can no longer be taken. */
export function StorageNotice({ storage }: { storage: Storage }) {
  if (storage.level === 'fine') return null
  return (
    <Notice
      tone={storage.level === 'critical' ? 'bad' : 'retry'}
      title={`${inGigabytes(storage.freeBytes)} left on the disk`}
      icon={<IconDatabaseExclamation size={20} stroke={1.8} />}
      role="status"
    >
      {WORDS[storage.level]} The database takes {inGigabytes(storage.databaseBytes)}. Ask whoever
      runs this installation to make room, or keep texts for fewer days.
    </Notice>
  )
}

const WORDS: Record<Exclude<StorageLevel, 'fine'>, string> = {
  low: 'Once it is full, no order can be taken.',
  critical: 'Orders may be turned away at any moment.',
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`
}
