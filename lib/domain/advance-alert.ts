import type { AlertTurn } from './alert.ts'

/** What was last told of one cause. */
export type AlertState = {
  /** The last that was told is that it is bad. */
  isTold: boolean
  /** The newest happening that was told of. */
  toldUpTo: Date | null
  lastAlertAt: Date | null
}

/** How one cause stands now. `newestAt` is when what makes it bad last happened, where it can happen again while it is bad. */
export type Observation = { isBad: boolean; newestAt: Date | null }

/** Of one cause not more than one message goes out in this time, whatever it says. */
export const QUIET_MS = 60 * 60_000

export const UNTOLD: AlertState = { isTold: false, toldUpTo: null, lastAlertAt: null }

/**
 * What is told of a cause, if anything: that it turned bad, that it got worse
 * while it was bad, or that what was told is put right. What comes in the hour
 * after a message waits; what is so still by then is told.
 */
export function advanceAlert(
  state: AlertState,
  { isBad, newestAt }: Observation,
  now: Date,
): { state: AlertState; turn: AlertTurn | null } {
  const isNews = isBad ? !state.isTold || isNewer(newestAt, state.toldUpTo) : state.isTold
  const isQuiet =
    state.lastAlertAt !== null && now.getTime() - state.lastAlertAt.getTime() < QUIET_MS
  if (!isNews || isQuiet) return { state, turn: null }
  const toldUpTo = isBad ? newestAt : state.toldUpTo
  return {
    state: { isTold: isBad, toldUpTo, lastAlertAt: now },
    turn: isBad ? 'bad' : 'recovered',
  }
}

function isNewer(newestAt: Date | null, toldUpTo: Date | null): boolean {
  return newestAt !== null && (toldUpTo === null || newestAt > toldUpTo)
}
