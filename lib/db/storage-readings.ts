import type { StorageLevel } from '#lib/domain/storage.ts'
import type { Db } from './client.ts'

/** How much room a machine of the installation has. */
export type StorageReading = { machine: string; level: StorageLevel; freeBytes: number }

/** Notes how this machine stands now, and forgets those that have not been heard of since `goneSince`. */
export async function saveStorageReading(
  db: Db,
  { machine, level, freeBytes }: StorageReading,
  { now, goneSince }: { now: Date; goneSince: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO storage_reading (machine, level, free_bytes, read_at)
    VALUES (${machine}, ${level}, ${freeBytes}::bigint, ${now})
    ON CONFLICT (machine) DO UPDATE
      SET level = excluded.level, free_bytes = excluded.free_bytes, read_at = excluded.read_at`
  await db.storageReading.deleteMany({ where: { readAt: { lt: goneSince } } })
}

/** The machine with the least room of those that have too little; `null` when all have enough. */
export async function findFullestMachine(
  db: Db,
  since: Date,
): Promise<{ machine: string; freeBytes: number } | null> {
  const row = await db.storageReading.findFirst({
    where: { readAt: { gte: since }, level: { not: 'fine' } },
    orderBy: { freeBytes: 'asc' },
  })
  return row === null ? null : { machine: row.machine, freeBytes: Number(row.freeBytes) }
}
