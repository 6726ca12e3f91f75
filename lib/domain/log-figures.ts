import type { TransmissionStatus, TransmissionType } from './transmission.ts'

/** How many transmissions of one kind arrived in one stretch of time. */
export type LogCount = {
  /** The place of the stretch, from 0. */
  slot: number
  type: TransmissionType
  status: TransmissionStatus
  count: number
}

/** What the chart of the log shows. */
export type LogFigures = {
  counts: LogCount[]
  /** From arrival, or from release where it was held, to accepted; `null` when nothing was sent. */
  medianDelayMs: number | null
  /** All but the slowest twentieth were faster. */
  p95DelayMs: number | null
  /** When the oldest one that waits to go out arrived; ISO 8601. */
  oldestWaitingAt: string | null
}

/** How many took how long: bucket `n` ends at `FIRST_END_MS` times `STEP` to the power of `n`. */
export type DelayCount = { bucket: number; count: number }

const FIRST_END_MS = 10
const STEP = 1.25

/** The delay below which this part (0 to 1) of all lies, to a tenth or so; `null` of none. */
export function delayAtPart(delays: readonly DelayCount[], part: number): number | null {
  const total = delays.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const sorted = [...delays].sort((left, right) => left.bucket - right.bucket)
  let seen = 0
  for (const { bucket, count } of sorted) {
    seen += count
    if (seen >= total * part) return middleOf(bucket)
  }
  return middleOf(sorted.at(-1)?.bucket ?? 0)
}

/** Half a step below the end of a bucket. */
function middleOf(bucket: number): number {
  return Math.round(FIRST_END_MS * STEP ** (bucket - 0.5))
}
