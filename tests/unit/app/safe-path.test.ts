import { expect, test } from 'vitest'
import { safePath } from '#app/safe-path.ts'

test('a path of this site leads back to itself, with its filters', () => {
  expect(safePath('/log?status=failed&q=a%20b#row')).toBe('/log?status=failed&q=a%20b#row')
})

test.each([
  undefined,
  '',
  'log',
  ['/log', '/products'],
  '//evil.example/log',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])('%j leads to the overview and nowhere else', (given) => {
  expect(safePath(given)).toBe('/')
})
