import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeDataDir } from '#lib/data-dir.ts'
import { StartError } from '#lib/errors.ts'
import { findClosedFolder } from './postgres-owner.ts'
import { PLAIN_ENV, type PostgresProgram } from './postgres-program.ts'

/** The role that owns everything in the embedded PostgreSQL. */
export const EMBEDDED_USER = 'relay'

export type PostgresMaking = {
  program: PostgresProgram
  password: string
  /** Whether a new folder is flushed to the disk before it counts. */
  isSynced: boolean
}

const MAJOR_VERSION = '18'
const run = promisify(execFile)

/** Makes sure that DATA_DIR exists and that PostgreSQL's user can enter it; else a `StartError` that names the folder. */
export async function openDataDir(dataDir: string, program: PostgresProgram): Promise<void> {
  makeDataDir(dataDir)
  const closed = await findClosedFolder(dataDir, program.owner)
  if (closed === null) return
  throw new StartError(
    `PostgreSQL runs as the system user "postgres", who cannot enter ${closed}: set DATA_DIR to a folder that every user can enter, such as /var/lib/relay, or open it with "chmod o+x ${closed}".`,
  )
}

/** The data folder of PostgreSQL in DATA_DIR, made by initdb when it is missing. */
export async function preparePostgresFolder(
  dataDir: string,
  making: PostgresMaking,
): Promise<string> {
  const folder = join(dataDir, 'postgres')
  await removeHalfMade(dataDir)
  if (await isEmptyFolder(folder)) await rmdir(folder)
  if (!existsSync(folder)) await makePostgresFolder(folder, making)
  await checkVersion(folder)
  return folder
}

/** initdb works in a folder of another name, so that one cut off in the middle is never taken for a database. */
async function makePostgresFolder(folder: string, making: PostgresMaking): Promise<void> {
  const { program, password } = making
  const half = `${folder}.new-${process.pid}`
  const passwordFile = `${half}-password`
  try {
    await mkdir(half, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (program.owner) {
      await chown(half, program.owner.uid, program.owner.gid)
      await chown(passwordFile, program.owner.uid, program.owner.gid)
    }
    await initdb(half, passwordFile, making)
    await renameUnlessMade(half, folder)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(half, { recursive: true, force: true })
  }
}

async function initdb(
  half: string,
  passwordFile: string,
  { program, isSynced }: PostgresMaking,
): Promise<void> {
  // The built-in C.UTF-8 sorts by code point and depends on no library of the
  // system, whose updates change the order and so break indexes.
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--encoding=UTF8',
  ]
  const access = [`--username=${EMBEDDED_USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const sync = isSynced ? [] : ['--no-sync']
  try {
    await run(program.initdb, [`--pgdata=${half}`, ...locale, ...access, ...sync], {
      cwd: '/',
      env: PLAIN_ENV,
      ...program.owner,
    })
  } catch (cause) {
    throw new StartError(`PostgreSQL's data folder could not be made: ${lastLine(cause)}.`, {
      cause,
    })
  }
}

/** Two first starts at once: the folder of the quicker one counts. */
async function renameUnlessMade(half: string, folder: string): Promise<void> {
  try {
    await rename(half, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
  }
}

/** What a killed first start left behind, unless its process is still at it. */
async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = Number(/^postgres\.new-(\d+)/.exec(name)?.[1])
    if (!pid || (pid !== process.pid && existsSync(`/proc/${pid}`))) continue
    await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

async function isEmptyFolder(folder: string): Promise<boolean> {
  if (!existsSync(folder) || !(await stat(folder)).isDirectory()) return false
  // Another user's private folder cannot be listed; it is not empty then.
  return readdir(folder).then(
    (names) => names.length === 0,
    () => false,
  )
}

async function checkVersion(folder: string): Promise<void> {
  const version = await readVersion(folder)
  if (version === MAJOR_VERSION) return
  throw new StartError(
    version === null
      ? `${folder} is no PostgreSQL database, or belongs to another user: set another DATA_DIR, or start as the user who made it.`
      : `${folder} was made by PostgreSQL ${version}, and this program brings ${MAJOR_VERSION}: start the program version that made it, or set DATABASE_URL.`,
  )
}

async function readVersion(folder: string): Promise<string | null> {
  return readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  )
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return (
    text
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^initdb: (error: )?/, '')
      .replace(/\.$/, '') ?? 'initdb failed'
  )
}
