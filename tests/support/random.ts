import { randomInt } from 'node:crypto'

/** Evenly spread over [0, 1), the same sequence for the same seed. */
export type Random = () => number

/** The seed to use: that of the environment, `SEED=…`, else a new one. */
export function chooseSeed(): number {
  const given = process.env.SEED
  return given === undefined || given === '' ? randomInt(2 ** 31) : Number(given)
}

/** The generator known as mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item)
}
