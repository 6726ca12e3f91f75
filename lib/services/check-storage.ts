import { prisma } from '#lib/db/client.ts'
import { loadStorage } from '#lib/db/load-storage.ts'
import type { Storage } from '#lib/domain/storage.ts'
import { logger } from '#lib/logger.ts'

/** Looks at the room that is left, and says in the log when it is low. */
export async function checkStorage(): Promise<Storage> {
  const storage = await loadStorage(prisma())
  if (storage.level === 'low') logger.warn(storage, 'disk.low')
  if (storage.level === 'critical') logger.error(storage, 'disk.critical')
  return storage
}
