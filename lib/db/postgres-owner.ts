import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StartError } from '#lib/errors.ts'

/** The system user that PostgreSQL runs as. */
export type PostgresOwner = { uid: number; gid: number }

const USER = 'postgres'
const run = promisify(execFile)

/**
 * Who runs PostgreSQL, which refuses to run as root: undefined for an ordinary
 * user, who runs it himself; for root the user `postgres`, made when missing.
 */
export async function postgresOwner(): Promise<PostgresOwner | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return (await findOwner()) ?? (await makeOwner())
}

/** The first folder on the way to `folder`, itself included, that the owner cannot enter; null when all are open. */
export async function findClosedFolder(
  folder: string,
  owner: PostgresOwner | undefined,
): Promise<string | null> {
  const script =
    'for folder; do cd -- "$folder" 2>/dev/null || { printf %s "$folder"; exit; }; done'
  const { stdout } = await run('/bin/sh', ['-c', script, 'sh', ...waysTo(folder)], {
    cwd: '/',
    ...owner,
  })
  return stdout === '' ? null : stdout
}

async function findOwner(): Promise<PostgresOwner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER]), run('id', ['-g', USER])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    // `id` fails when there is no such user, which is an answer here.
    return undefined
  }
}

async function makeOwner(): Promise<PostgresOwner> {
  const options = ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin']
  try {
    await run('useradd', [...options, USER])
  } catch (cause) {
    throw new StartError(
      `PostgreSQL does not run as root and the system user "${USER}" could not be made: create that user, start as an ordinary user, or set DATABASE_URL.`,
      { cause },
    )
  }
  const owner = await findOwner()
  if (owner === undefined)
    throw new StartError(`The system user "${USER}" was made but is not found.`)
  return owner
}

/** `/a/b` → `/`, `/a`, `/a/b`. */
function waysTo(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...waysTo(parent), folder]
}
