import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { env } from './env.ts'

/** The room on the disk that DATA_DIR is on, or will be. */
export async function readDiskSpace(): Promise<{ freeBytes: number; totalBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(firstExisting(env.DATA_DIR))
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

function firstExisting(folder: string): string {
  return existsSync(folder) ? folder : firstExisting(dirname(folder))
}
