import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnv } from '#lib/env.ts'
import { StartError } from '#lib/errors.ts'
import { lockBuild } from './build-lock.ts'
import { fingerprint, isBuilt, markBuilt, unmarkBuilt } from './build-stamp.ts'

export type BuildOptions = {
  root: string
  stop: AbortSignal
  /** Tells a person how it goes. */
  say(line: string): void
}

const PROGRESS_MS = 10_000

/** Builds the web app when there is no build of exactly these sources; two starts at once build once. */
export async function ensureBuild(options: BuildOptions): Promise<void> {
  if (isBuilt(options.root)) return
  mkdirSync(cacheFolder(options.root), { recursive: true })
  const unlock = await lockBuild(join(cacheFolder(options.root), 'build.lock'), options)
  try {
    if (isBuilt(options.root)) return
    const sources = fingerprint(options.root)
    unmarkBuilt(options.root)
    await build(options)
    markBuilt(options.root, sources)
  } finally {
    unlock()
  }
}

async function build({ root, stop, say }: BuildOptions): Promise<void> {
  const startedAt = Date.now()
  say('Building the web app: about a minute, once for each version…')
  const progress = setInterval(
    () => say(`Building… ${Math.round((Date.now() - startedAt) / 1_000)} s`),
    PROGRESS_MS,
  )
  const logFile = join(cacheFolder(root), 'build.log')
  try {
    const code = await runNextBuild(root, logFile, stop)
    if (code === 0) return
    process.stderr.write(readFileSync(logFile))
    throw new StartError('The web app could not be built: the reasons stand above.')
  } finally {
    clearInterval(progress)
  }
}

async function runNextBuild(root: string, logFile: string, stop: AbortSignal): Promise<number> {
  const log = openSync(logFile, 'w')
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: buildEnv(),
    stdio: ['ignore', log, log],
    signal: stop,
  })
  closeSync(log)
  const [code]: (number | null)[] = await once(child, 'exit')
  return code ?? 1
}

// The one folder in .next that a build leaves as it is.
function cacheFolder(root: string): string {
  return join(root, '.next/cache')
}
