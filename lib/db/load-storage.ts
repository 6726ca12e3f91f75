import { readDiskSpace } from '#lib/disk-space.ts'
import { judgeStorage, type Storage } from '#lib/domain/storage.ts'
import type { Db } from './client.ts'

export async function loadStorage(db: Db): Promise<Storage> {
  const space = await readDiskSpace()
  const [row] = await db.$queryRaw<{ bytes: bigint }[]>`
    SELECT pg_database_size(current_database()) AS bytes`
  return { ...space, databaseBytes: Number(row?.bytes ?? 0), level: judgeStorage(space) }
}
