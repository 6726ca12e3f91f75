import { freePort } from '#lib/db/free-port.ts'
import { makeOpenFolder } from './open-folder.ts'
import { killTree } from './process-tree.ts'
import { runScript } from './program.ts'

/** The real product as a process of its own, as an operator starts it. */
export type Product = {
  url: string
  dataDir: string
  pid: number
  /** Everything that it has said so far, log lines included. */
  output(): string
  /** The one-time set-up link, as soon as it is printed. */
  setupLink(): Promise<string>
  /** Its exit code, once it has ended; null when a signal ended it. */
  exit: Promise<number | null>
  /** Asks it to stop, as SIGTERM does, and gives its exit code. */
  stop(): Promise<number | null>
  /** Goes away as the reader of its output. */
  stopReading(): void
  /** Kills it and every process that it started, as `kill -9` does. */
  kill(): Promise<void>
}

export type ProductSettings = {
  /** A new folder unless given: pass that of an earlier product to start it again. */
  dataDir?: string
  /** Further environment variables, such as ONTRAPORT_URL. */
  environment?: Record<string, string>
}

/** Starts the product on a free port and waits until it says that it is ready. */
export async function startProduct(settings: ProductSettings = {}): Promise<Product> {
  const { dataDir = makeOpenFolder(), environment = {} } = settings
  const port = await freePort()
  const program = runScript('start.ts', { DATA_DIR: dataDir, PORT: String(port), ...environment })
  const [, url = ''] = await program.says(/^Ready on (\S+)$/m)
  return {
    url,
    dataDir,
    pid: program.pid,
    output: program.output,
    exit: program.exit,
    setupLink: async () => (await program.says(/^Set up .*: (\S+)$/m))[1] ?? '',
    stop: () => program.end('SIGTERM'),
    stopReading: program.stopReading,
    kill: async () => {
      killTree(program.pid)
      await program.exit
    },
  }
}
