import { diffLines } from 'diff'

/** Lines in a row that are the same in both, only in the first, or only in the second. */
export type ComparedPart = { kind: 'same' | 'removed' | 'added'; lines: string[] }

/** Two texts that differ in everything are compared no longer than this. */
const LONGEST_MS = 2_000

/** What differs between two texts, line by line; `null` when that takes too long to find out. */
export function compareTexts(before: string, after: string): ComparedPart[] | null {
  const changes = diffLines(endLine(before), endLine(after), { timeout: LONGEST_MS })
  if (changes === undefined) return null
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    lines: value.replace(/\n$/, '').split('\n'),
  }))
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

/** How many equal lines stand around a difference. */
const CONTEXT_LINES = 2

/** A part as it is shown: of many equal lines only those next to a difference, and how many are left out. */
export type ShownPart = ComparedPart | { kind: 'gap'; count: number }

export function foldParts(parts: readonly ComparedPart[]): ShownPart[] {
  return parts.flatMap((part, index): ShownPart[] => {
    const head = index === 0 ? 0 : CONTEXT_LINES
    const tail = index === parts.length - 1 ? 0 : CONTEXT_LINES
    const count = part.lines.length - head - tail
    if (part.kind !== 'same' || count <= 1) return [part]
    return [
      { kind: 'same', lines: part.lines.slice(0, head) },
      { kind: 'gap', count },
      { kind: 'same', lines: part.lines.slice(part.lines.length - tail) },
    ]
  })
}
