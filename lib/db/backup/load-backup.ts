import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AppError } from '#lib/errors.ts'
import { type BackupTable, readEnd, readSum, readTable, type TableSum } from './archive.ts'
import type { OpenBackup } from './read-backup.ts'

/**
 * Puts every row of a backup into empty tables, with the caller's transaction;
 * gives the rows of each. Throws `malformed` when anything is missing or differs
 * from what was written.
 */
export async function loadBackup(
  client: Client,
  { header, frames }: OpenBackup,
): Promise<Record<string, number>> {
  for (const month of header.months)
    await client.query("SELECT ensure_partitions($1::timestamp AT TIME ZONE 'UTC', 0)", [month])
  const rowCounts: Record<string, number> = {}
  for (;;) {
    const value = await nextJson(frames)
    const end = readEnd(value)
    if (end !== null) return requireWhole(rowCounts, end.tableCount)
    const table = readTable(value)
    if (table === null) throw damaged('A table has no name')
    rowCounts[table.table] = await loadTable(client, table, frames)
  }
}

function requireWhole(rowCounts: Record<string, number>, tableCount: number) {
  if (Object.keys(rowCounts).length !== tableCount) throw damaged('A table is missing')
  return rowCounts
}

async function nextJson(frames: OpenBackup['frames']): Promise<unknown> {
  const next = await frames.next()
  if (next.done) throw damaged('It was cut off')
  if (next.value.kind !== 'json') throw damaged('A piece is at the wrong place')
  return next.value.value
}

async function loadTable(
  client: Client,
  { table, columns }: BackupTable,
  frames: OpenBackup['frames'],
): Promise<number> {
  const name = client.escapeIdentifier(table)
  // What a migration put there is in the backup, too.
  await client.query(`DELETE FROM ${name}`)
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const triggers = await switchTriggers(client, name)
  const copy = client.query(copyFrom(`COPY ${name} (${list}) FROM STDIN`))
  const isDone = finished(copy)
  isDone.catch(() => undefined)
  const sha256 = createHash('sha256')
  const sum = await pour(frames, async (bytes) => {
    sha256.update(bytes)
    if (!copy.write(bytes)) await Promise.race([once(copy, 'drain'), isDone])
  })
  copy.end()
  await isDone
  await triggers.restore()
  if (sum.rows !== copy.rowCount || sum.sha256 !== sha256.digest('hex'))
    throw damaged(`The table ${table} is not as it was written`)
  return sum.rows
}

async function pour(
  frames: OpenBackup['frames'],
  write: (bytes: Buffer) => Promise<void>,
): Promise<TableSum> {
  for (;;) {
    const next = await frames.next()
    if (next.done) throw damaged('It was cut off')
    if (next.value.kind === 'piece') await write(next.value.bytes)
    else {
      const sum = readSum(next.value.value)
      if (sum === null) throw damaged('A table has no sum')
      return sum
    }
  }
}

/** Rows come back as they were: triggers that would note a change are off until then. Those that always run stay. */
async function switchTriggers(client: Client, name: string): Promise<{ restore(): Promise<void> }> {
  const { rows } = await client.query<{ trigger: string }>(
    `SELECT tgname AS trigger FROM pg_trigger
     WHERE tgrelid = $1::regclass AND NOT tgisinternal AND tgenabled = 'O'`,
    [name],
  )
  const set = async (how: 'ENABLE' | 'DISABLE'): Promise<void> => {
    for (const { trigger } of rows)
      await client.query(`ALTER TABLE ${name} ${how} TRIGGER ${client.escapeIdentifier(trigger)}`)
  }
  await set('DISABLE')
  return { restore: () => set('ENABLE') }
}

function damaged(what: string): AppError {
  return new AppError(
    'malformed',
    `The backup is damaged: ${what.toLowerCase()}. Nothing was restored.`,
  )
}
