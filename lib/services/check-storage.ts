import { hostname } from 'node:os'
import { prisma } from '#lib/db/client.ts'
import { loadStorage } from '#lib/db/load-storage.ts'
import { saveStorageReading } from '#lib/db/storage-readings.ts'
import type { Storage } from '#lib/domain/storage.ts'
import { logger } from '#lib/logger.ts'

const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/** Looks at the room that is left, notes it for the alerts, and says in the log when it is low. */
export async function checkStorage(now: Date): Promise<Storage> {
  const storage = await loadStorage(prisma())
  const { level, freeBytes } = storage
  await saveStorageReading(
    prisma(),
    { machine: hostname(), level, freeBytes },
    { now, goneSince: new Date(now.getTime() - FORGOTTEN_AFTER_MS) },
  )
  if (level === 'low') logger.warn(storage, 'disk.low')
  if (level === 'critical') logger.error(storage, 'disk.critical')
  return storage
}
