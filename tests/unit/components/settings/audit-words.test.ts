import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wordsOfActor, wordsOfDeed, wordsOfDetails } from '#components/settings/audit-words.ts'
import { DEED_TEXTS } from '#components/texts/audit.ts'

const LIB = join(import.meta.dirname, '../../../../lib')

/** Every deed whose name stands in the sources as it is written. */
function namedDeeds(): string[] {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^(services|queue|db)\/.*\.ts$/.test(path) && !path.includes('generated'),
  )
  const found = files.flatMap((path) => [
    ...readFileSync(join(LIB, path), 'utf8').matchAll(/action: '([a-z-]+\.[a-z-]+)'/g),
  ])
  return [...new Set(found.flatMap(([, deed]) => deed ?? []))].sort()
}

test('there are deeds to look at', () => {
  expect(namedDeeds().length).toBeGreaterThan(25)
})

test.each(namedDeeds())('%s is told in words of its own', (deed) => {
  expect(Object.keys(DEED_TEXTS)).toContain(deed)
})

test('a deed without words of its own is made readable', () => {
  expect(wordsOfDeed('alert-rule.switched-off')).toBe('Alert rule switched off')
})

test('who did it is told in words', () => {
  expect(wordsOfActor('operator')).toBe('Operator, on the command line')
  expect(wordsOfActor('token:nightly report')).toBe('Token “nightly report”')
  expect(wordsOfActor('ann@example.com')).toBe('ann@example.com')
})

describe('details', () => {
  test('are told in one line, without what is empty or nested', () => {
    const details = { email: 'ann@example.com', roleBefore: 'viewer', isTeam: false, filter: {} }
    expect(wordsOfDetails({ ...details, note: '', count: 3, ids: ['a', 'b'] })).toBe(
      'email: ann@example.com, role before: viewer, is team: no, count: 3, ids: a b',
    )
  })

  test('of any length are cut', () => {
    expect(wordsOfDetails({ note: 'x'.repeat(5_000) }).length).toBeLessThan(200)
  })
})
