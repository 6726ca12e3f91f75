import { once } from 'node:events'
import { appUrl, env } from '#lib/env.ts'
import { openSetupLink } from '#lib/services/open-setup-link.ts'
import { type RunningRelay, runRelay } from '#lib/services/run-relay.ts'
import { cutAfter } from './cut-after.ts'
import type { ProductOptions } from './product-options.ts'
import { relayDeeds } from './relay-deeds.ts'
import { startWeb, type Web } from './start-web.ts'

const FINISH_WITHIN_MS = 25_000

/** Serves the web app and relays until told to stop, or until `ended`; then lets what is under way come to its end. */
export async function serve(options: ProductOptions, ended: Promise<void>): Promise<void> {
  const [web, relay] = await Promise.all([
    startWeb(options),
    env.RELAY_WORKER === 'inline' ? runRelay(relayDeeds) : null,
  ])
  await greet(options.say)
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
