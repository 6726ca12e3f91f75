import { once } from 'node:events'
import { appUrl, env, prepareForNext, setPort } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'
import { derivedSecret } from '#lib/secrets.ts'
import { openSetupLink } from '#lib/services/open-setup-link.ts'
import { type RunningRelay, runRelay } from '#lib/services/run-relay.ts'
import { startDatabase } from '#lib/services/start-database.ts'
import { ensureBuild } from './ensure-build.ts'
import { findPort } from './find-port.ts'
import type { Stopping } from './run-until-stopped.ts'
import { startWeb, type Web } from './start-web.ts'

export type ProductOptions = Stopping & { root: string; isDev: boolean }

const FINISH_WITHIN_MS = 25_000

/**
 * Runs the whole product in this process: database, web app and relay. Resolves
 * with the exit code when it was told to stop and has stopped, everything that it
 * started included. Throws `StartError` when it cannot start.
 */
export async function runProduct(options: ProductOptions): Promise<number> {
  setPort(await findPort(env.HOST, env.PORT))
  const database = await startDatabase()
  try {
    prepareForNext({ isDev: options.isDev, authSecret: derivedSecret('next-auth') })
    if (!options.isDev) await ensureBuild({ root: options.root, stop: options.stop, say })
    if (options.stop.aborted) return 0
    return await serve(options, database.ended)
  } finally {
    await database.close()
  }
}

async function serve(options: ProductOptions, databaseEnded: Promise<void>): Promise<number> {
  const web = await startWeb(options)
  const relay = env.RELAY_WORKER === 'inline' ? await runRelay() : null
  await greet()
  const reason = await Promise.race([
    untilAborted(options.stop).then(() => 'stop' as const),
    databaseEnded.then(() => 'database-ended' as const),
  ])
  if (reason === 'database-ended') logger.fatal('database.ended')
  await finish(web, relay, options.hurry)
  return reason === 'stop' ? 0 : 1
}

/** Lets what is under way come to its end, for a while; a second signal shortens it. */
async function finish(web: Web, relay: RunningRelay | null, hurry: AbortSignal): Promise<void> {
  say('Stopping…')
  const cut = AbortSignal.any([hurry, AbortSignal.timeout(FINISH_WITHIN_MS)])
  await Promise.all([web.close(cut), Promise.race([relay?.stop(), untilAborted(cut)])])
}

async function greet(): Promise<void> {
  const setupLink = await openSetupLink()
  say(`Ready on ${appUrl()}`)
  if (setupLink !== null) say(`Set up the first account (this link works once): ${setupLink}`)
  const isOpenToOthers = !['127.0.0.1', '::1', 'localhost'].includes(env.HOST)
  if (isOpenToOthers && env.APP_URL === undefined)
    say('Others can reach this address: set APP_URL to the one they use, https included.')
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

/** Words for the person who started the product; the log goes to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
