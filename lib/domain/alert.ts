import type { TransmissionStatus } from './transmission.ts'

/** What can turn bad for a merchant and be put right again. */
export const ALERT_CAUSES = [
  'connection-paused',
  'ontraport-silent',
  'failed',
  'unconfirmed',
  'webhook-refused',
  'store-silent',
  'disk-low',
] as const
export type AlertCause = (typeof ALERT_CAUSES)[number]

/** What a channel can be told of. */
export const ALERT_KINDS = ['bad', 'recovery', 'silence', 'digest'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export type AlertTurn = 'bad' | 'recovered'

/** What a message about a cause is made of; counts and references, and nothing of a customer. */
export type AlertFacts = {
  /** ISO 8601 in UTC. */
  since: string | null
  /** How many messages it concerns; counting stops at a limit. */
  count: number
  /** Of the newest ones: order ids, auto-order codes, affiliate ids. */
  references: string[]
  /** A sentence that says more, such as how long UltraCart has been silent. */
  detail: string | null
}

/** What a daily digest is made of. */
export type DigestFacts = {
  /** The day that it is about, such as `2026-11-24`. */
  day: string
  /** Of what arrived on that day, how it stands when the digest is made. */
  counts: { status: TransmissionStatus; count: number }[]
  /** What is bad when the digest is made. */
  causes: { cause: AlertCause; facts: AlertFacts }[]
}

/** Something to tell. */
export type AlertNews =
  | { topic: AlertCause; turn: AlertTurn; facts: AlertFacts }
  | { topic: 'digest'; turn: 'digest'; facts: DigestFacts }

export type AlertTopic = AlertNews['topic']

export function isAlertCause(text: string): text is AlertCause {
  return ALERT_CAUSES.some((cause) => cause === text)
}

/** Whether a channel that is told of these kinds is told this. A recovery is for those who hear of its bad turn. */
export function isWanted(tells: readonly AlertKind[], { topic, turn }: AlertNews): boolean {
  if (topic === 'digest') return tells.includes('digest')
  const hearsBadTurn = tells.includes(topic === 'store-silent' ? 'silence' : 'bad')
  return hearsBadTurn && (turn === 'bad' || tells.includes('recovery'))
}
