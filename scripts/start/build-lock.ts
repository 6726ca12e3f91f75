import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 200
// No build takes this long; the number in the lock then belongs to another program by now.
const STALE_MS = 15 * 60_000

/** Waits for another process's build to end and keeps others waiting until the function it gives is called. */
export async function lockBuild(
  file: string,
  { stop, say }: { stop: AbortSignal; say(line: string): void },
): Promise<() => void> {
  let hasSaid = false
  while (!tryLock(file)) {
    if (!hasSaid) say('Another start is building the web app: waiting for it…')
    hasSaid = true
    await wait(POLL_MS, undefined, { signal: stop })
  }
  return () => rmSync(file, { force: true })
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (isHeld(file)) return false
    rmSync(file, { force: true })
    return tryLock(file)
  }
}

/** A lock whose process was killed holds nobody up. */
function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Being written at this very moment.
    if (pid === 0) return true
    if (pid === process.pid || Date.now() - statSync(file).mtimeMs > STALE_MS) return false
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
