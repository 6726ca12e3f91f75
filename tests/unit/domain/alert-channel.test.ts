import { expect, test } from 'vitest'
import {
  checkMailAddress,
  checkTells,
  checkWebhookUrl,
  hintOfWebhookUrl,
} from '#lib/domain/alert-channel.ts'

test.each([
  'ann@example.com',
  'ann.o+shop@mail.example.co.uk',
  "o'brien@example.com",
  'ops@localhost',
  `${'a'.repeat(64)}@example.com`,
])('%s is one mail address', (address) => {
  expect(checkMailAddress(address)).toBeNull()
})

test.each([
  '',
  'ann',
  '@example.com',
  'ann@',
  'ann@example.com, bob@example.com',
  'ann@example.com;bob@example.com',
  'Ann <ann@example.com>',
  '"ann"@example.com',
  'ann(comment)@example.com',
  'ann@example.com\r\nBcc: all@example.com',
  'ann@example..com',
  'ann@-example.com',
  'ann@@example.com',
  'group:ann@example.com',
  'ann @example.com',
  'ann@exämple.com',
  `${'a'.repeat(65)}@example.com`,
  `ann@${'a.'.repeat(130)}com`,
])('%j is not', (address) => {
  expect(checkMailAddress(address)).not.toBeNull()
})

test.each([
  ['https://hooks.slack.com/services/T0/B0/abc', false, true],
  ['http://hooks.slack.com/services/T0/B0/abc', false, false],
  ['http://chat.lan/hook', true, true],
  ['ftp://chat.lan/hook', true, false],
  ['https://user:pass@hooks.slack.com/x', true, false],
  ['hooks.slack.com/services', true, false],
  ['https://hooks.slack.com/a\nb', true, false],
  ['javascript:alert(1)', true, false],
])('%j, with private addresses allowed %s: %s', (url, isPlainAllowed, isFine) => {
  expect(checkWebhookUrl(url, isPlainAllowed) === null).toBe(isFine)
})

test('of a webhook’s address people see the host and the end', () => {
  expect(hintOfWebhookUrl('https://hooks.slack.com/services/T0/B0/secretX9')).toBe(
    'hooks.slack.com/…etX9',
  )
  expect(hintOfWebhookUrl('https://chat.example.com/short')).toBe('chat.example.com/…')
})

test('a channel is told of something, and of recoveries only with what recovers', () => {
  expect(checkTells([])).not.toBeNull()
  expect(checkTells(['recovery', 'digest'])).not.toBeNull()
  expect(checkTells(['recovery', 'silence'])).toBeNull()
  expect(checkTells(['digest'])).toBeNull()
})
