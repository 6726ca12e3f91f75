import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A running PostgreSQL server's first process. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

const POLL_MS = 20
const FAST_STOP_MS = 20_000
const IMMEDIATE_STOP_MS = 5_000

/** The server that runs in this data folder, whoever started it. */
export function findPostmaster(folder: string): Postmaster | null {
  const lock = readLock(folder)
  return lock !== null && isAlive(lock.pid) && isServerOf(lock.pid, folder) ? lock : null
}

/**
 * Removes a lock file that a killed server left. PostgreSQL itself would refuse to
 * start when the number in it meanwhile belongs to another program of the same
 * user, or when the file is empty, as after a power cut.
 */
export function removeStaleLock(folder: string): void {
  const file = lockFile(folder)
  if (!existsSync(file)) return
  const isBeingWritten = readLock(folder) === null && Date.now() - statSync(file).mtimeMs < 10_000
  if (!isBeingWritten && findPostmaster(folder) === null) rmSync(file, { force: true })
}

function readLock(folder: string): Postmaster | null {
  const file = lockFile(folder)
  if (!existsSync(file)) return null
  // Process, folder, start, port, socket folder, address, shared memory, state.
  const [first, , , fourth, , , , state] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(first)
  return pid ? { pid, port: Number(fourth ?? 0), isReady: state?.trim() === 'ready' } : null
}

function lockFile(folder: string): string {
  return join(folder, 'postmaster.pid')
}

/** Ends a server and waits until it is gone: open transactions are rolled back, what was committed is safe. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGoneWithin(pid, FAST_STOP_MS)) return
  signal(pid, 'SIGQUIT')
  if (await isGoneWithin(pid, IMMEDIATE_STOP_MS)) return
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await wait(POLL_MS)
  }
  return true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A killed process whose parent has not looked yet: nothing of it runs any more. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'))
}

/** A server works in its data folder, so its working directory tells it from a stranger with the same number. */
function isServerOf(pid: number, folder: string): boolean {
  try {
    if (existsSync('/proc/self/cwd'))
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      folder,
    )
  } catch {
    // Another user's process, or one that has just ended: not our server.
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name)
}
