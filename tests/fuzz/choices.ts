import { makeRandom } from '#tests/support/random.ts'

/** Random choices that a seed repeats. */
export type Choices = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** True in this part of all cases. */
  chance(part: number): boolean
  pick<Each>(choices: readonly [Each, ...Each[]]): Each
  bytes(length: number): Buffer
}

export function choicesFrom(seed: number): Choices {
  const next = makeRandom(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (part) => next() < part,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}
