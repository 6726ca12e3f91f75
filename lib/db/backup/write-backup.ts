import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { databaseUrl } from '#lib/db/database-url.ts'
import { AppError } from '#lib/errors.ts'
import {
  type BackupHeader,
  type BackupTable,
  encodeFrame,
  FORMAT_VERSION,
  type Frame,
} from './archive.ts'
import { listMonths, listTables } from './tables.ts'

/** What a backup holds beside the rows. */
export type BackupNotes = Pick<BackupHeader, 'keyIds' | 'lockedSecrets' | 'migrations'>

export type WrittenBackup = { madeAt: string; rowCounts: Record<string, number> }

/**
 * Writes every row of every table of one moment into a file, while the product
 * runs. The file has its name once it is whole and on the disk.
 */
export async function writeBackup(file: string, notes: BackupNotes): Promise<WrittenBackup> {
  const client = new Client({ connectionString: databaseUrl(), application_name: 'relay backup' })
  client.on('error', () => undefined)
  await client.connect()
  const half = `${file}.part-${process.pid}`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const header = await makeHeader(client, notes)
    const rowCounts: Record<string, number> = {}
    const frames = makeFrames(client, header, rowCounts)
    const out = createWriteStream(half, { mode: 0o600, flags: 'wx', flush: true })
    await pipeline(Readable.from(frames), createGzip(), out)
    await rename(half, file)
    return { madeAt: header.madeAt, rowCounts }
  } catch (cause) {
    throw refusedByDisk(file, cause) ?? cause
  } finally {
    await client.end()
    await rm(half, { force: true })
  }
}

/** What the operator can put right: another place, or room. */
function refusedByDisk(file: string, cause: unknown): AppError | null {
  if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) return null
  const why = DISK_FAULTS.get(String(cause.code))
  return why === undefined
    ? null
    : new AppError('malformed', `${file} cannot be written: ${why}.`, { cause })
}

const DISK_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'the disk is full'],
])

async function makeHeader(client: Client, notes: BackupNotes): Promise<BackupHeader> {
  // The first statement fixes the moment that the whole backup shows.
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const madeAt = (rows[0]?.now ?? new Date()).toISOString()
  const months = await listMonths(client)
  return { format: 'relay-backup', version: FORMAT_VERSION, madeAt, months, ...notes }
}

async function* makeFrames(
  client: Client,
  header: BackupHeader,
  rowCounts: Record<string, number>,
): AsyncGenerator<Buffer> {
  const tables = await listTables(client)
  yield encodeFrame({ kind: 'json', value: header })
  for (const table of tables)
    for await (const frame of copyTable(client, table, rowCounts)) yield encodeFrame(frame)
  yield encodeFrame({ kind: 'json', value: { tableCount: tables.length } })
}

async function* copyTable(
  client: Client,
  { table, columns }: BackupTable,
  rowCounts: Record<string, number>,
): AsyncGenerator<Frame> {
  yield { kind: 'json', value: { table, columns } }
  const sha256 = createHash('sha256')
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const name = client.escapeIdentifier(table)
  const copy = client.query(copyTo(`COPY (SELECT ${list} FROM ${name}) TO STDOUT`))
  for await (const bytes of copy) {
    sha256.update(bytes)
    yield { kind: 'piece', bytes }
  }
  rowCounts[table] = copy.rowCount
  yield { kind: 'json', value: { rows: copy.rowCount, sha256: sha256.digest('hex') } }
}
