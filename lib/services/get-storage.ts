import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadStorage } from '#lib/db/load-storage.ts'
import type { Access } from '#lib/domain/access.ts'
import type { Storage } from '#lib/domain/storage.ts'

/** How much room is left on the installation's disk. With a database of its own elsewhere, that disk is not in it. */
export async function getStorage(access: Access): Promise<Storage> {
  requireDeed(access, 'read')
  return loadStorage(prisma())
}
