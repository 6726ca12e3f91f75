import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { PLAIN_ENV, type PostgresProgram } from './postgres-program.ts'
import { stopPostmaster } from './postmaster.ts'

/** PostgreSQL's own settings, by name. */
export type PostgresSettings = Record<string, string>

/** A server process that this process started. */
export type PostgresProcess = {
  hasEnded(): boolean
  ended: Promise<void>
  stop(): Promise<void>
  /** Why it did not start, in the last words of its log. */
  lastWords(): string
}

const LOG_BYTES_KEPT = 5_000_000

const SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  // The log tells of faults and never of what is in rows or statements.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Starts the server over a data folder; its log goes to DATA_DIR/postgres.log. */
export function launchPostgres(
  program: PostgresProgram,
  folder: string,
  logFile: string,
  settings: PostgresSettings,
): PostgresProcess {
  const log = openLog(logFile)
  const child = spawn(program.postgres, ['-D', folder, ...flags({ ...SETTINGS, ...settings })], {
    cwd: '/',
    env: PLAIN_ENV,
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl+C in a terminal must not stop it before us.
    detached: true,
    ...program.owner,
  })
  const { size } = fstatSync(log)
  closeSync(log)
  return { ...watch(child), lastWords: () => lastWords(logFile, size) }
}

function watch(child: ChildProcess): Omit<PostgresProcess, 'lastWords'> {
  let hasEnded = false
  const endWithUs = (): void => void child.kill('SIGINT')
  process.once('exit', endWithUs)
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  )
  void ended.then(() => {
    hasEnded = true
    process.off('exit', endWithUs)
  })
  return {
    hasEnded: () => hasEnded,
    ended,
    stop: async () => {
      if (child.pid !== undefined && !hasEnded) await stopPostmaster(child.pid)
      await ended
    },
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_BYTES_KEPT) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** The last complaint that the log has after the given number of bytes. */
function lastWords(logFile: string, offset: number): string {
  const lines = readFileSync(logFile).subarray(offset).toString('utf8').trim().split('\n')
  const complaint = lines.findLast((line) =>
    /(FATAL|PANIC): +(?!the database system is)/.test(line),
  )
  return (complaint ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): +/, '').replace(/\.$/, '')
}

function flags(settings: PostgresSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
