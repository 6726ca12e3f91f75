import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { StartError } from '#lib/errors.ts'

/** Where a running embedded PostgreSQL leaves its address for the other processes of this installation. */
export function embeddedAddressFile(): string {
  return join(env.DATA_DIR, 'postgres.json')
}

/** DATABASE_URL, else the address of this installation's embedded PostgreSQL. */
export function databaseUrl(): string {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL
  const file = embeddedAddressFile()
  if (!existsSync(file))
    throw new StartError(
      'There is no database yet: start the product once with `npm start`, or set DATABASE_URL.',
    )
  return z.object({ url: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).url
}
