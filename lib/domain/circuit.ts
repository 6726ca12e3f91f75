/**
 * Whether messages flow to a destination: `closed` they do; `open` nobody
 * answered several times over, and only probes go out; `draining` it answers
 * again, and what piled up goes out in portions.
 */
export type CircuitState = 'closed' | 'open' | 'draining'

export type Circuit = {
  state: CircuitState
  /** Attempts in a row that nobody answered. */
  failureCount: number
  failingSince: Date | null
  /** How many probes have failed since it opened. */
  cooldownStep: number
  /** When the next probe, or the next portion, is due. */
  nextAt: Date | null
  /** The transmission that is tried while it is open, and until when no other is. */
  probeId: string | null
  probeUntil: Date | null
  /** When a person last asked for a probe at once. */
  resetAt: Date | null
}

export const HEALTHY_CIRCUIT: Circuit = {
  state: 'closed',
  failureCount: 0,
  failingSince: null,
  cooldownStep: 0,
  nextAt: null,
  probeId: null,
  probeUntil: null,
  resetAt: null,
}

/** What an attempt tells of the receiver. */
export type Evidence = {
  transmissionId: string
  /** It answered, be it with a refusal. */
  isAlive: boolean
  at: Date
  /** How long it asked us to wait, if it did. */
  retryAfterMs: number | null
}

export const FAILURES_TO_OPEN = 5

const MINUTE_MS = 60_000

/** Waits between probes; the last one repeats. */
export const COOLDOWNS_MS: readonly number[] = [
  30_000,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
]

const JITTER = 0.2

/** A probe that is silent for longer is given up: its process must be dead. */
const PROBE_MS = 60_000

/** A person can ask for a probe at once this often. */
const RESET_EVERY_MS = MINUTE_MS

/** What a circuit is after an attempt ended. `random` is evenly spread over [0, 1). */
export function afterEvidence(circuit: Circuit, evidence: Evidence, random: number): Circuit {
  if (evidence.isAlive) return answered(circuit, evidence.at)
  if (circuit.state !== 'open') return countFailure(circuit, evidence, random)
  // What was on its way when it opened says nothing new.
  if (evidence.transmissionId !== circuit.probeId) return circuit
  return coolDown({ ...circuit, cooldownStep: circuit.cooldownStep + 1 }, evidence, random)
}

/** Whether an answer with this code shows that the receiver works; `null` stands for no answer. */
export function provesAlive(responseCode: number | null): boolean {
  return responseCode !== null && responseCode < 500 && responseCode !== 408 && responseCode !== 429
}

/** What the screens say of a receiver that does not answer. Times are ISO 8601 in UTC. */
export type Silence = {
  since: string
  nextTryAt: string
  /** About how long it waits between two tries now. */
  tryEveryMs: number
  /** When a person may ask for a try at once; `null` while one is under way. */
  resetAllowedAt: string | null
}

/** `null` unless nobody answers. */
export function silenceOf(circuit: Circuit, now: Date): Silence | null {
  const { state, failingSince, nextAt } = circuit
  if (state !== 'open') return null
  return {
    since: (failingSince ?? now).toISOString(),
    nextTryAt: (nextAt ?? now).toISOString(),
    tryEveryMs: cooldownMs(circuit),
    resetAllowedAt: resetAllowedAt(circuit, now)?.toISOString() ?? null,
  }
}

/** The transmission that goes out as the one probe. */
export function withProbe(circuit: Circuit, transmissionId: string, now: Date): Circuit {
  return {
    ...circuit,
    probeId: transmissionId,
    probeUntil: new Date(now.getTime() + PROBE_MS),
  }
}

export function isProbing({ state, probeUntil }: Circuit, now: Date): boolean {
  return state === 'open' && probeUntil !== null && probeUntil > now
}

/** When a person may ask for a probe at once; `null` while none is to be had by asking. */
export function resetAllowedAt(circuit: Circuit, now: Date): Date | null {
  if (circuit.state !== 'open' || isProbing(circuit, now)) return null
  return circuit.resetAt === null
    ? now
    : new Date(Math.max(now.getTime(), circuit.resetAt.getTime() + RESET_EVERY_MS))
}

/** About how long it waits between two probes now. */
export function cooldownMs({ cooldownStep }: Pick<Circuit, 'cooldownStep'>): number {
  return COOLDOWNS_MS[Math.min(cooldownStep, COOLDOWNS_MS.length - 1)] ?? MINUTE_MS
}

function answered(circuit: Circuit, at: Date): Circuit {
  if (circuit.state === 'open') return { ...HEALTHY_CIRCUIT, state: 'draining', nextAt: at }
  return circuit.failureCount === 0 ? circuit : { ...circuit, failureCount: 0, failingSince: null }
}

function countFailure(circuit: Circuit, evidence: Evidence, random: number): Circuit {
  const counted = {
    ...circuit,
    failureCount: circuit.failureCount + 1,
    failingSince: circuit.failingSince ?? evidence.at,
  }
  if (counted.failureCount < FAILURES_TO_OPEN) return counted
  return coolDown({ ...counted, state: 'open', cooldownStep: 0 }, evidence, random)
}

function coolDown(circuit: Circuit, { at, retryAfterMs }: Evidence, random: number): Circuit {
  const spreadMs = cooldownMs(circuit) * (1 - JITTER + 2 * JITTER * random)
  const waitMs = Math.round(Math.max(spreadMs, retryAfterMs ?? 0))
  return { ...circuit, nextAt: new Date(at.getTime() + waitMs), probeId: null, probeUntil: null }
}
