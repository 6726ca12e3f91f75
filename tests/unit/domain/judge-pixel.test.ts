import { expect, test } from 'vitest'
import { judgePixel } from '#lib/domain/judge-pixel.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const now = new Date('2026-05-12T20:00:00Z')
const payment = {
  status: 'Processed',
  method: '',
  paidAt: null,
  isTestOrder: false,
  surchargeCents: null,
}

const verdict = (order: Partial<OrderSnapshot>, form: 'sale' | 'attribution' = 'sale') => {
  const judgement = judgePixel(anOrderSnapshot(order), { form, rules: DEFAULT_RELAY_RULES, now })
  return judgement.kind === 'due' ? 'told' : judgement.reason.code
}

test('a paid order of today is told', () => {
  expect(verdict({})).toBe('told')
})

test('an order of the day before yesterday is not: its receipt was shown long ago', () => {
  expect(verdict({ createdAt: '2026-05-10T18:00:00Z' })).toBe('pixel-order-too-old')
})

test('the rules of a sale hold: no test order, none from before payment', () => {
  expect(verdict({ payment: { ...payment, isTestOrder: true } })).toBe('test-order')
  expect(verdict({ stage: 'Accounts Receivable' })).toBe('stage-before-payment')
  expect(verdict({ payment: { ...payment, status: 'Unprocessed' } })).toBe('payment-not-processed')
  expect(verdict({ stage: 'Rejected' })).toBe('rejected-before-payment')
})

test('the partner is named before payment, yet not for a test order', () => {
  expect(verdict({ stage: 'Accounts Receivable' }, 'attribution')).toBe('told')
  expect(verdict({ payment: { ...payment, isTestOrder: true } }, 'attribution')).toBe('test-order')
})

test('a part that UltraCart did not send holds nothing up: the receipt is shown only once', () => {
  expect(verdict({ totals: null })).toBe('told')
})
