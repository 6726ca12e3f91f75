import { expect, test } from 'vitest'
import { doubtWebhookAddress } from '#lib/domain/webhook-set-up.ts'

test.each([
  'https://relay.example.com/api/webhooks/ultracart/DEMO',
  'https://relay.example.com:8443/',
  'https://203.0.113.7/',
  'https://172.32.0.1/',
])('%s can be reached by UltraCart', (url) => {
  expect(doubtWebhookAddress(url)).toBeNull()
})

test.each([
  'http://127.0.0.1:3000/',
  'https://localhost/',
  'https://10.1.2.3/',
  'https://172.20.0.1/',
  'https://192.168.1.4/',
  'https://100.64.0.1/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://relay/',
  'https://relay.internal/',
])('%s cannot', (url) => {
  expect(doubtWebhookAddress(url)).toContain('cannot reach')
})

test('customer data needs https', () => {
  expect(doubtWebhookAddress('http://relay.example.com/')).toContain('https addresses only')
})
