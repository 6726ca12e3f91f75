import type { Doubt, DoubtKind } from './reconcile-period.ts'

/**
 * The fewest doubts whose effects add up to what is left unexplained, exactly;
 * `null` when none do. A hint and no proof: amounts can agree by chance.
 */
export function explainRemainder(
  remainderCents: number,
  doubts: readonly Doubt[],
): DoubtKind[] | null {
  if (remainderCents === 0) return []
  return (
    subsetsOf(doubts)
      .filter(
        (subset) => subset.reduce((sum, doubt) => sum + doubt.effectCents, 0) === remainderCents,
      )
      .sort((a, b) => a.length - b.length)[0]
      ?.map(({ kind }) => kind) ?? null
  )
}

/** There are eight kinds of doubt, so at the most 256 subsets. */
function subsetsOf(doubts: readonly Doubt[]): Doubt[][] {
  return doubts.reduce<Doubt[][]>(
    (subsets, doubt) => subsets.concat(subsets.map((subset) => subset.concat(doubt))),
    [[]],
  )
}
