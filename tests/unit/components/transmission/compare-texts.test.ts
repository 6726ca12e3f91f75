import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, foldParts } from '#components/transmission/compare-texts.ts'

const LINES = Array.from({ length: 20 }, (_, at) => `line ${at}`)

test('a line that changed stands as removed and added, with what is around it', () => {
  const after = LINES.with(10, 'another line')
  const parts = compareTexts(LINES.join('\n'), after.join('\n')) ?? []
  expect(foldParts(parts)).toEqual([
    { kind: 'same', lines: [] },
    { kind: 'gap', count: 8 },
    { kind: 'same', lines: ['line 8', 'line 9'] },
    { kind: 'removed', lines: ['line 10'] },
    { kind: 'added', lines: ['another line'] },
    { kind: 'same', lines: ['line 11', 'line 12'] },
    { kind: 'gap', count: 7 },
    { kind: 'same', lines: [] },
  ])
})

test('the parts of either side are its whole text', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1 })
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareTexts(before, after) ?? []
      const side = (without: string) =>
        parts.flatMap(({ kind, lines }) => (kind === without ? [] : lines)).join('\n')
      expect(side('added')).toBe(before.replace(/\n$/, ''))
      expect(side('removed')).toBe(after.replace(/\n$/, ''))
    }),
  )
})
