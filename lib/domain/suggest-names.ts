/** A name that ONTRAPORT may know an item by; `usedBy` are items that are sent under it already. */
export type NameSuggestion = { name: string; usedBy: string[] }

type Nameless = { itemId: string; description: string }
type Candidate = NameSuggestion & { trigrams: ReadonlySet<string> }

const MOST_SUGGESTIONS = 3
/** Below that, names have no more in common than any two. */
const LEAST_SIMILARITY = 0.35
const LONGEST_NAME = 255

/**
 * Prepares names that are in use and answers those most like an item's id or
 * description, the most similar first, and last its description itself. The
 * same names and item always give the same answer.
 */
export function nameSuggester(
  names: readonly NameSuggestion[],
): (item: Nameless) => NameSuggestion[] {
  const candidates = names.map((name) => ({ ...name, trigrams: trigramsOf(name.name) }))
  return (item) => suggestNames(item, candidates)
}

function suggestNames(
  { itemId, description }: Nameless,
  candidates: readonly Candidate[],
): NameSuggestion[] {
  const own = [trigramsOf(itemId), trigramsOf(description)]
  const similar = candidates
    .filter(({ name }) => name !== itemId)
    .map((candidate) => ({
      candidate,
      score: Math.max(...own.map((trigrams) => compare(trigrams, candidate.trigrams))),
    }))
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score || (a.candidate.name < b.candidate.name ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ candidate: { name, usedBy } }) => ({ name, usedBy }))
  return withDescription(similar, description.trim())
}

function withDescription(similar: NameSuggestion[], description: string): NameSuggestion[] {
  const isName =
    description !== '' && description.length <= LONGEST_NAME && !/\p{Cc}/u.test(description)
  const isThere = similar.some(({ name }) => name === description)
  if (!isName || isThere) return similar
  return [...similar.slice(0, MOST_SUGGESTIONS - 1), { name: description, usedBy: [] }]
}

/** How alike two texts are, from 0 to 1, whatever their capitals, accents, marks and order of words. */
export function similarity(left: string, right: string): number {
  return compare(trigramsOf(left), trigramsOf(right))
}

/** Dice's coefficient: what two sets share, against what they have. */
function compare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const total = left.size + right.size
  if (total === 0) return 0
  let shared = 0
  for (const trigram of left) if (right.has(trigram)) shared += 1
  return (2 * shared) / total
}

/** Every three letters in a row of each word, its edges counting as blanks. */
function trigramsOf(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu)
  return new Set((words ?? []).flatMap(trigramsOfWord))
}

function trigramsOfWord(word: string): string[] {
  const padded = `  ${word} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}
