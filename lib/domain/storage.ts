/** How much room there is where the installation keeps its things. */
export type Storage = {
  /** Of the disk that DATA_DIR is on. */
  freeBytes: number
  totalBytes: number
  databaseBytes: number
  level: StorageLevel
}

export type StorageLevel = 'fine' | 'low' | 'critical'

const GIB = 1024 ** 3

/** The one place for these: below it PostgreSQL will soon, or may at any moment, stop taking orders. */
const LOW = { bytes: 2 * GIB, share: 0.05, shareUpTo: 10 * GIB }
const CRITICAL_BYTES = GIB / 2

export function judgeStorage({
  freeBytes,
  totalBytes,
}: Pick<Storage, 'freeBytes' | 'totalBytes'>): StorageLevel {
  if (freeBytes < CRITICAL_BYTES) return 'critical'
  const isShareLow = freeBytes < totalBytes * LOW.share && freeBytes < LOW.shareUpTo
  return freeBytes < LOW.bytes || isShareLow ? 'low' : 'fine'
}
