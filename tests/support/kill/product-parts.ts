import { startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { freePort } from '#lib/db/free-port.ts'
import { makeOpenFolder } from '../open-folder.ts'
import { postmasterOf } from '../postmaster-of.ts'
import { killTree } from '../process-tree.ts'
import { type Program, runScript } from '../program.ts'

/** A part of the product that can be killed and is then started again by somebody, as a supervisor does. */
export type Part = {
  start(): Promise<void>
  /** As `kill -9` does; it returns at once. */
  kill(): void
  /** Resolves when nothing of it runs any more. */
  ended(): Promise<void>
  stop(): Promise<void>
  /** Since it was last ready; 0 while it is not. */
  upSeconds(): number
}

/** A PostgreSQL of the test's own; what it committed is kept when it is killed. */
export type PostgresPart = Part & { url(): string }

export function makePostgres(): PostgresPart {
  const dataDir = makeOpenFolder()
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined
  const clock = makeClock()
  return {
    start: async () => {
      // The machine does not fall over, so what is written need not be forced to the disk.
      server = await startEmbeddedPostgres(dataDir, { fsync: 'off', shared_buffers: '32MB' })
      clock.begin()
    },
    url: () => server?.url ?? '',
    kill: () => {
      clock.end()
      killTree(postmasterOf(dataDir))
    },
    ended: async () => server?.ended,
    stop: async () => server?.stop(),
    upSeconds: clock.seconds,
  }
}

/** The web app and its webhooks, always on one port, without a worker of its own. */
export async function makeWeb(
  environment: Record<string, string>,
): Promise<Part & { url: string }> {
  const port = await freePort()
  const settings = { ...environment, PORT: String(port), RELAY_WORKER: 'off' }
  return {
    ...makeProgram(() => runScript('start.ts', settings), /^Ready on/m),
    url: `http://127.0.0.1:${port}`,
  }
}

export function makeWorker(environment: Record<string, string>): Part {
  return makeProgram(() => runScript('worker.ts', environment), /^Relaying\.$/m)
}

function makeProgram(run: () => Program, ready: RegExp): Part {
  let program: Program | undefined
  const clock = makeClock()
  return {
    start: async () => {
      program = run()
      await program.says(ready)
      clock.begin()
    },
    kill: () => {
      clock.end()
      if (program !== undefined) killTree(program.pid)
    },
    ended: async () => void (await program?.exit),
    stop: async () => void (await program?.end('SIGTERM')),
    upSeconds: clock.seconds,
  }
}

function makeClock() {
  let since: number | null = null
  return {
    begin: () => {
      since = performance.now()
    },
    end: () => {
      since = null
    },
    seconds: () => (since === null ? 0 : (performance.now() - since) / 1_000),
  }
}
