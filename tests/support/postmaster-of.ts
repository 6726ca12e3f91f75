import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The first process of the embedded PostgreSQL in a data folder. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}
