import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '#lib/db/migrate.ts'
import { runOn } from './databases.ts'
import { makeOpenFolder } from './open-folder.ts'

const FIRST = '20261125000000_relay'
const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')
const ROWS = join(import.meta.dirname, '../fixtures/first-release.sql')

/** What the processes need that open the rows of `fillAsFirstRelease`. */
export const FIRST_RELEASE = {
  appSecret: 'secret-of-the-first-release',
  merchantId: 'DEMO',
  authorization: `Basic ${Buffer.from('ultracart:a-webhook-password').toString('base64')}`,
}

/**
 * Makes an empty database what the first release left when it was stopped an
 * hour ago: its schema, a merchant, and transmissions in every state.
 */
export async function fillAsFirstRelease(url: string): Promise<void> {
  const folder = makeOpenFolder()
  mkdirSync(join(folder, FIRST))
  cpSync(join(MIGRATIONS, FIRST), join(folder, FIRST), { recursive: true })
  await migrate(url, folder)
  await runOn(url, async (client) => {
    await client.query(readFileSync(ROWS, 'utf8'))
    await client.query(`
      UPDATE transmission SET created_at = now() - interval '1 hour',
        started_at = started_at - started_at + now() - interval '1 hour',
        next_attempt_at = next_attempt_at - next_attempt_at + now() - interval '50 minutes'`)
  })
}
