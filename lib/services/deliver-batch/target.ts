import type { Connection } from '#lib/db/connections.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { env } from '#lib/env.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { maskedUrl } from '#lib/ontraport/receiver-url.ts'
import { callSandbox, SANDBOX_URL } from '#lib/ontraport/sandbox-receiver.ts'
import { sendMessage } from '#lib/ontraport/send-message.ts'

/** Where the messages of a connection go. */
export type Target =
  | { kind: 'ontraport'; baseUrl: string; apiKey: string }
  | { kind: 'sandbox'; answer: SandboxAnswer }

/** Where they go now; `null` for a live connection without a key. */
export function targetOf({ isSandbox, sandboxAnswer, apiKey }: Connection): Target | null {
  if (isSandbox) return { kind: 'sandbox', answer: sandboxAnswer }
  return apiKey === null ? null : { kind: 'ontraport', baseUrl: env.ONTRAPORT_URL, apiKey }
}

export function isSameTarget(left: Target | null, right: Target | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** The address for people, without its key. */
export function shownUrl(target: Target): string {
  return target.kind === 'sandbox' ? SANDBOX_URL : maskedUrl(target.baseUrl, target.apiKey)
}

/** How long one call may take; the doors' own limit unless given. */
export type SendLimits = { totalTimeoutMs?: number }

/** Sends one document there; what comes of it is never thrown. */
export function sendTo(
  target: Target,
  xml: string,
  rules: RelayRules,
  limits: SendLimits = {},
): Promise<Answer> {
  return target.kind === 'sandbox'
    ? callSandbox({ answer: target.answer, rules, ...limits })
    : sendMessage({ xml, apiKey: target.apiKey, baseUrl: target.baseUrl, ...limits })
}
