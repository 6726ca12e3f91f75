import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Every "`tests/…`: name" in a table of this document. */
function namedTests(document: string): [path: string, name: string][] {
  const text = readFileSync(join(ROOT, document), 'utf8')
  const cells = text.matchAll(/`(tests\/\S+\.test\.tsx?)`: ([^|\n]+?) *\|/g)
  return [...cells].map(([, path = '', name = '']) => [path, name])
}

test.each([
  ['README.md', 15],
  ['docs/vendor-facts.md', 40],
  ['docs/faults.md', 50],
])('every test that %s names exists', (document, atLeast) => {
  const named = namedTests(document)
  expect(named.length).toBeGreaterThanOrEqual(atLeast)
  const missing = named.filter(
    ([path, name]) => !readFileSync(join(ROOT, path), 'utf8').includes(name),
  )
  expect(missing).toEqual([])
})
