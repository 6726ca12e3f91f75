import { expect, test } from 'vitest'
import { verifyBasic } from '#lib/ultracart/verify-basic.ts'

const expected = { user: 'ultracart', passwords: ['new: päss', 'old-pass'] }

function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

test('the right user with the current password is let in', () => {
  expect(verifyBasic(basic('ultracart:new: päss'), expected)).toBe(true)
})

test('a password that is still valid from before is let in', () => {
  expect(verifyBasic(basic('ultracart:old-pass'), expected)).toBe(true)
})

test.each([
  ['a lower-case scheme', basic('ultracart:old-pass').replace('Basic', 'basic')],
  ['more than one space', basic('ultracart:old-pass').replace(' ', '   ')],
  ['spaces around', `  ${basic('ultracart:old-pass')} `],
  ['no padding', basic('ultracart:old-pass').replaceAll('=', '')],
])('%s is tolerated', (_, header) => {
  expect(verifyBasic(header, expected)).toBe(true)
})

test.each([
  ['no header', null],
  ['an empty header', ''],
  ['a scheme alone', 'Basic'],
  ['another scheme', basic('ultracart:old-pass').replace('Basic', 'Bearer')],
  ['a wrong user', basic('Ultracart:old-pass')],
  ['a wrong password', basic('ultracart:old-pass ')],
  ['no colon', basic('ultracart')],
  ['no password', basic('ultracart:')],
  ['nothing but a colon', basic(':')],
  ['malformed base64', 'Basic dWx0cmFjYXJ0Om9sZC1wYXNz!!'],
  ['two tokens', `${basic('ultracart:old-pass')} x`],
  ['bytes that are no UTF-8', `Basic ${Buffer.from([0xff, 0x3a, 0xfe]).toString('base64')}`],
])('%s is turned away', (_, header) => {
  expect(verifyBasic(header, expected)).toBe(false)
})

test('nobody is let in where no password is set', () => {
  expect(verifyBasic(basic('ultracart:'), { user: 'ultracart', passwords: [] })).toBe(false)
})

test('a missing header is not an empty user with an empty password', () => {
  expect(verifyBasic(null, { user: '', passwords: [''] })).toBe(false)
})
