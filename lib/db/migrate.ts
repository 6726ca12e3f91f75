import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { StartError } from '#lib/errors.ts'
import { connectOrExplain } from './connect-or-explain.ts'

type Migration = { name: string; sql: string; checksum: string }

type Recorded = {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

const FOLDER = join(import.meta.dirname, '../../prisma/migrations')
const MONTHS_AHEAD = 2
// The lock that Prisma's own migrate takes, so that the two never run at once.
const PRISMA_LOCK = 72_707_369

/**
 * Brings the database to this program's version: applies the SQL of
 * prisma/migrations that it does not have yet and makes the partitions of the
 * coming months. What is applied is recorded as Prisma records it, so `prisma
 * migrate deploy` can take over at any time.
 *
 * @returns the names of the migrations applied now.
 * @throws StartError when the database cannot be reached, is older than
 * PostgreSQL 15, is newer than the program, or differs from what was recorded.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<string[]> {
  return migrateWith(url, await readMigrations(folder))
}

/** The migrations of this program, in their order. */
export async function listMigrations(): Promise<{ name: string; checksum: string }[]> {
  const migrations = await readMigrations(FOLDER)
  return migrations.map(({ name, checksum }) => ({ name, checksum }))
}

/** Gives an empty database the tables as they were after these migrations. */
export async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  const migrations = await readMigrations(FOLDER)
  await migrateWith(
    url,
    migrations.filter(({ name }) => names.includes(name)),
  )
}

async function migrateWith(url: string, migrations: Migration[]): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'relay migrate' })
  client.on('error', () => undefined)
  await connectOrExplain(client)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    const applied = await applyMissing(client, migrations)
    await client.query('SELECT ensure_partitions(now(), $1)', [MONTHS_AHEAD])
    return applied
  } finally {
    await client.end()
  }
}

async function applyMissing(client: Client, known: Migration[]): Promise<string[]> {
  await client.query(RECORD_TABLE)
  const recorded = await readRecorded(client)
  checkRecorded(recorded, known)
  const done = new Set(recorded.map((row) => row.migration_name))
  const missing = known.filter((migration) => !done.has(migration.name))
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, 'migration.sql'))
      const checksum = createHash('sha256').update(bytes).digest('hex')
      return { name, sql: bytes.toString('utf8'), checksum }
    }),
  )
}

async function readRecorded(client: Client): Promise<Recorded[]> {
  const { rows } = await client.query<Recorded>(
    `SELECT migration_name, checksum, finished_at, rolled_back_at
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

function checkRecorded(recorded: Recorded[], known: Migration[]): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const row of recorded) {
    const migration = byName.get(row.migration_name)
    if (migration === undefined)
      throw new StartError(
        `The database is newer than the program (it has the migration ${row.migration_name}): start the program version that made it, or a newer one.`,
      )
    if (row.finished_at === null)
      throw new StartError(
        `The migration ${row.migration_name} was begun and not finished by another program: resolve it with "npx prisma migrate resolve", or restore a backup.`,
      )
    if (row.checksum !== migration.checksum)
      throw new StartError(
        `The migration ${row.migration_name} differs from the one that the database was made with: put back prisma/migrations as released.`,
      )
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, started_at, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), $4, 1)`,
      [randomUUID(), migration.checksum, startedAt, migration.name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new StartError(
      `The migration ${migration.name} failed and was undone: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    )
  }
}

// As Prisma creates it.
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  varchar(36) PRIMARY KEY NOT NULL,
  checksum            varchar(64) NOT NULL,
  finished_at         timestamptz,
  migration_name      varchar(255) NOT NULL,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`
