import { TIME_TEXTS } from '../texts/time.ts'

const UNITS: readonly [unit: string, ms: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
]

/** A length of time in few characters, such as `340 ms`, `2.4 s`, `12 min` or `3 d`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return TIME_TEXTS.duration.ms(Math.max(0, Math.round(durationMs)))
  const [unit, unitMs] = UNITS.find(([, ms]) => durationMs >= ms) ?? ['s', 1_000]
  const count = durationMs / unitMs
  return `${count < 10 ? Math.round(count * 10) / 10 : Math.round(count)} ${unit}`
}
