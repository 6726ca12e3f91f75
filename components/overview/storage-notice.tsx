'use client'

import { IconDatabaseExclamation } from '@tabler/icons-react'
import type { Storage, StorageLevel } from '#lib/domain/storage.ts'
import { Notice } from '../notice.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'

const TEXTS = OVERVIEW_TEXTS.storageNotice

/** Says that the disk is filling up, before orders can no longer be taken. */
export function StorageNotice({ storage }: { storage: Storage }) {
  if (storage.level === 'fine') return null
  return (
    <Notice
      tone={storage.level === 'critical' ? 'bad' : 'retry'}
      title={TEXTS.title(inGigabytes(storage.freeBytes))}
      icon={<IconDatabaseExclamation size={20} stroke={1.8} />}
      role="status"
    >
      {TEXTS.theDatabaseTakesAsk(WORDS[storage.level], inGigabytes(storage.databaseBytes))}
    </Notice>
  )
}

const WORDS: Record<Exclude<StorageLevel, 'fine'>, string> = {
  low: TEXTS.onceItIsFull,
  critical: TEXTS.ordersMayBeTurned,
}

function inGigabytes(bytes: number): string {
  return TEXTS.gb((bytes / 1024 ** 3).toFixed(1))
}
