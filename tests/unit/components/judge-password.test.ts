import { expect, test } from 'vitest'
import { checkNewPassword, judgePassword } from '#components/welcome/judge-password.ts'

test.each([
  ['', 0],
  ['short', 1],
  ['aaaaaaaaaaaaaaaaaaaa', 1],
  ['four-words', 2],
  ['correct horse battery', 3],
])('%j has the strength %i', (password, level) => {
  expect(judgePassword(password).level).toBe(level)
})

test('a weak password is refused with what to do, a good one is not', () => {
  expect(checkNewPassword('short')).toContain('10 characters')
  expect(checkNewPassword('correct horse battery')).toBeNull()
})
