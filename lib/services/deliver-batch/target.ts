import type { Connection } from '#lib/db/connections.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { env } from '#lib/env.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { maskedUrl } from '#lib/ontraport/receiver-url.ts'
import { type ApiAccess, accessOf, apiAddress } from '#lib/ontraport/rest/account.ts'
import { SANDBOX_API_URL } from '#lib/ontraport/rest/sandbox/sandbox-server.ts'
import { callSandbox, SANDBOX_URL } from '#lib/ontraport/sandbox-receiver.ts'
import { sendMessage } from '#lib/ontraport/send-message.ts'

/** A place that takes a message as one document. */
export type DocumentTarget =
  | { kind: 'ontraport'; baseUrl: string; apiKey: string }
  | { kind: 'sandbox'; answer: SandboxAnswer }

/** ONTRAPORT's documented API, which takes a message as several calls. */
export type ApiTarget = { kind: 'api'; access: ApiAccess }

/** The same API inside the product. */
export type SandboxApiTarget = { kind: 'sandbox-api'; answer: SandboxAnswer }

/** Where the messages of a connection go. */
export type Target = DocumentTarget | ApiTarget | SandboxApiTarget

/** Whether a message goes as several calls, and not as one document. */
export function isByCalls(target: Target): target is ApiTarget | SandboxApiTarget {
  return target.kind === 'api' || target.kind === 'sandbox-api'
}

/** The sandbox is not ONTRAPORT: what it answers tells nothing of it. */
export function isInside({ kind }: Target): boolean {
  return kind === 'sandbox' || kind === 'sandbox-api'
}

/** Where they go now; `null` for a live connection that lacks the key of its way. */
export function targetOf(connection: Connection): Target | null {
  const { isSandbox, sandboxAnswer, apiKey, app, way } = connection
  if (isSandbox) return { kind: way === 'rest' ? 'sandbox-api' : 'sandbox', answer: sandboxAnswer }
  if (way === 'rest') return app === null ? null : { kind: 'api', access: accessOf(app) }
  return apiKey === null ? null : { kind: 'ontraport', baseUrl: env.ONTRAPORT_URL, apiKey }
}

export function isSameTarget(left: Target | null, right: Target | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** The address for people, without its key. */
export function shownUrl(target: Target): string {
  switch (target.kind) {
    case 'sandbox':
      return SANDBOX_URL
    case 'sandbox-api':
      return SANDBOX_API_URL
    case 'ontraport':
      return maskedUrl(target.baseUrl, target.apiKey)
    case 'api':
      return apiAddress(target.access)
  }
}

/** How long one call may take; the doors' own limit unless given. */
export type SendLimits = { totalTimeoutMs?: number }

/** Sends one document there; what comes of it is never thrown. */
export function sendTo(
  target: DocumentTarget,
  xml: string,
  rules: RelayRules,
  limits: SendLimits = {},
): Promise<Answer> {
  return target.kind === 'sandbox'
    ? callSandbox({ answer: target.answer, rules, ...limits })
    : sendMessage({ xml, apiKey: target.apiKey, baseUrl: target.baseUrl, ...limits })
}
