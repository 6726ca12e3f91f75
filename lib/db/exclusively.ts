import { Client } from 'pg'
import { AppError } from '#lib/errors.ts'
import { databaseUrl } from './database-url.ts'

// Any numbers do, as long as every version of the program uses the same ones.
const LOCKS = { 'a rotation of the secret': 7_269_002 } as const

export type ExclusiveDeed = keyof typeof LOCKS

/**
 * Runs a deed that no other process may do at the same time. A process that
 * dies lets go with its connection. Throws `conflict` while another does it.
 */
export async function exclusively<Result>(
  name: ExclusiveDeed,
  deed: () => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl(), application_name: 'relay lock' })
  await client.connect()
  try {
    const { rows } = await client.query<{ isOurs: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS "isOurs"',
      [LOCKS[name]],
    )
    if (rows[0]?.isOurs !== true)
      throw new AppError('conflict', `There is ${name} under way already; wait until it has ended.`)
    return await deed()
  } finally {
    await client.end()
  }
}
