/** Random choices that a seed repeats. */
export type Random = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** True in this part of all cases. */
  chance(part: number): boolean
  pick<Each>(choices: readonly [Each, ...Each[]]): Each
  bytes(length: number): Buffer
}

/** Mulberry32: small, and good enough to choose nonsense with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (part) => next() < part,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}
