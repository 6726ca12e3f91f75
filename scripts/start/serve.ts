import { once } from 'node:events'
import { appUrl, env } from '#lib/env.ts'
import { openSetupLink } from '#lib/services/open-setup-link.ts'
import { type RunningRelay, runRelay } from '#lib/services/run-relay.ts'
import { cutAfter } from './cut-after.ts'
import { type PreparedWeb, prepareWeb, type Web } from './prepare-web.ts'
import type { ProductOptions } from './product-options.ts'
import { relayDeeds } from './relay-deeds.ts'

const FINISH_WITHIN_MS = 25_000

/** Makes the web app ready, which needs no database yet; what comes back serves and relays. */
export async function prepareToServe(
  options: ProductOptions,
): Promise<(ended: Promise<void>) => Promise<void>> {
  const web = await prepareWeb(options)
  return (ended) => serve(options, web, ended)
}

/** Serves the web app and relays until told to stop, or until `ended`; then lets what is under way come to its end. */
async function serve(
  options: ProductOptions,
  prepared: PreparedWeb,
  ended: Promise<void>,
): Promise<void> {
  const [web, relay] = await Promise.all([
    prepared.listen().then(async (listening) => {
      await greet(options.say)
      return listening
    }),
    env.RELAY_WORKER === 'inline' ? runRelay(relayDeeds) : null,
  ])
  await Promise.race([untilAborted(options.stop), ended])
  options.say('Stopping…')
  await finish(web, relay, options.hurry)
}

async function greet(say: (line: string) => void): Promise<void> {
  say(`Ready on ${appUrl()}`)
  const setupLink = await openSetupLink()
  if (setupLink !== null) say(`Set up the first account (this link works once): ${setupLink}`)
  const isOpenToOthers = !['127.0.0.1', '::1', 'localhost'].includes(env.HOST)
  if (isOpenToOthers && env.APP_URL === undefined)
    say('Others can reach this address: set APP_URL to the one they use, https included.')
}

/** A second signal shortens it. */
async function finish(web: Web, relay: RunningRelay | null, hurry: AbortSignal): Promise<void> {
  const cut = cutAfter(FINISH_WITHIN_MS, hurry)
  await Promise.all([web.close(cut), Promise.race([relay?.stop(), untilAborted(cut)])])
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
