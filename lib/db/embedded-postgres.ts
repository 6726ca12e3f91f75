import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { StartError } from '#lib/errors.ts'
import { readOrMakeSecretFile } from '#lib/secret-file.ts'
import { makeSecret } from '#lib/secrets.ts'
import { freePort } from './free-port.ts'
import { DATABASE, lastPort, saveAddress } from './postgres-address.ts'
import { claimServer, makeDatabase } from './postgres-claim.ts'
import { openDataDir, preparePostgresFolder } from './postgres-folder.ts'
import { launchPostgres, type PostgresProcess, type PostgresSettings } from './postgres-process.ts'
import { findPostgresProgram, type PostgresProgram } from './postgres-program.ts'
import { findPostmaster, removeStaleLock, stopPostmaster } from './postmaster.ts'

export type EmbeddedPostgres = {
  /** The connection string, password included. */
  url: string
  /** Ends the server; resolves when it is gone. */
  stop(): Promise<void>
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>
}

type Place = {
  dataDir: string
  folder: string
  password: string
  program: PostgresProgram
  logFile: string
}

const READY_WITHIN_MS = 120_000
const OTHER_OWNER_WITHIN_MS = 3_000
const POLL_MS = 20
const TRIES = 4
const BETWEEN_TRIES_MS = 500

/**
 * Starts the PostgreSQL that the program brings along, in DATA_DIR/postgres, on
 * the loopback address alone. A server that a killed run left behind is stopped
 * first. A folder that cannot be used, or that belongs to a living run, is a
 * `StartError`. `onLaunch` is called when the server comes up by itself and this
 * process has time for other things.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  settings: PostgresSettings = {},
  onLaunch: () => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const place = await prepare(dataDir, settings)
  let lastWords = ''
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await stopOrphan(place)
    const started = await start(place, settings, onLaunch)
    if (typeof started !== 'string') return started
    lastWords = started
    // Another start was quicker, the port was taken in between, or the last
    // processes of a killed server have yet to go.
    await wait(BETWEEN_TRIES_MS)
  }
  throw new StartError(
    `The embedded PostgreSQL does not start: ${lastWords} (see ${place.logFile}).`,
  )
}

/**
 * Whether an embedded PostgreSQL of this DATA_DIR runs, whoever started it. One
 * that is still starting is waited for, until its address is there to be read.
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<boolean> {
  for (;;) {
    const found = findPostmaster(join(dataDir, 'postgres'))
    if (found === null) return false
    if (found.isReady && found.port === lastPort(dataDir)) return true
    await wait(POLL_MS)
  }
}

async function prepare(dataDir: string, settings: PostgresSettings): Promise<Place> {
  const program = await findPostgresProgram(dataDir)
  await openDataDir(dataDir, program)
  const password = readOrMakeSecretFile(join(dataDir, 'postgres-password'), makeSecret)
  const folder = await preparePostgresFolder(dataDir, {
    program,
    password,
    isSynced: settings.fsync !== 'off',
  })
  return { dataDir, folder, password, program, logFile: join(dataDir, 'postgres.log') }
}

/** A server that nobody owns any more is stopped, once it is ready or has ended by itself. */
async function stopOrphan(place: Place): Promise<void> {
  let waitUntil = Date.now() + READY_WITHIN_MS
  let wasReady = false
  while (Date.now() < waitUntil) {
    const found = findPostmaster(place.folder)
    if (found === null) return removeStaleLock(place.folder)
    if (found.isReady) {
      const owner = await claimServer(found.port, place.password)
      if (owner !== null) return stopPostmaster(found.pid)
      // A command that borrows it is done in a moment, another product is not.
      if (!wasReady) waitUntil = Date.now() + OTHER_OWNER_WITHIN_MS
      wasReady = true
    }
    await wait(POLL_MS)
  }
  throw new StartError(
    `${place.dataDir} is in use by another running installation: stop that one first, or set another DATA_DIR.`,
  )
}

/** A server that is ready and ours, or its last words. */
async function start(
  place: Place,
  settings: PostgresSettings,
  onLaunch: () => void,
): Promise<EmbeddedPostgres | string> {
  const port = await freePort(lastPort(place.dataDir))
  const { program, folder, logFile } = place
  const server = launchPostgres(program, folder, logFile, { ...settings, port: String(port) })
  onLaunch()
  try {
    const owner = await claimWhenReady(server, port, place)
    if (owner !== null) return await settle(place, server, owner, port)
  } catch (error) {
    await server.stop()
    throw error
  }
  await server.stop()
  return server.lastWords()
}

async function settle(
  place: Place,
  server: PostgresProcess,
  owner: Client,
  port: number,
): Promise<EmbeddedPostgres> {
  await makeDatabase(owner, DATABASE)
  return {
    url: saveAddress(place.dataDir, port, place.password),
    ended: server.ended,
    stop: async () => {
      await owner.end()
      await server.stop()
    },
  }
}

async function claimWhenReady(
  server: PostgresProcess,
  port: number,
  { folder, password }: Place,
): Promise<Client | null> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (!server.hasEnded() && Date.now() < deadline) {
    const isReady = findPostmaster(folder)?.isReady === true
    const owner = isReady ? await claimServer(port, password) : null
    if (owner !== null) return owner
    await wait(POLL_MS)
  }
  return null
}
