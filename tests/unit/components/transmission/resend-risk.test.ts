import { expect, test } from 'vitest'
import { nameResendRisk } from '#components/texts/resend-risk.ts'
import type { AttemptView, TransmissionDetail } from '#lib/domain/transmission.ts'

type Resent = Parameters<typeof nameResendRisk>[0]

function resent(changes: Partial<Resent>): Resent {
  return { type: 'sale', status: 'failed', reason: null, attempts: [], ...changes }
}

function attempt(outcome: AttemptView['outcome']): Pick<AttemptView, 'outcome'> {
  return { outcome }
}

test('a sale that was refused can be sent again without a warning', () => {
  expect(nameResendRisk(resent({ attempts: [attempt('refused')] }))).toBeNull()
})

test('a sale that was accepted may be booked twice', () => {
  expect(nameResendRisk(resent({ status: 'sent' }))).toContain('booked twice')
})

test('a sale whose answer was lost once may be booked twice, whatever came later', () => {
  const attempts = [attempt('unknown'), attempt('refused')]
  expect(nameResendRisk(resent({ attempts }))).toContain('booked twice')
})

test('a status may be repeated after a lost answer', () => {
  const attempts = [attempt('unknown')]
  expect(nameResendRisk(resent({ type: 'auto-order-status', attempts }))).toBeNull()
})

test.each<TransmissionDetail['status']>(['held', 'skipped'])(
  'one that is %s says why it was kept back',
  (status) => {
    expect(nameResendRisk(resent({ status, reason: 'Test order' }))).toContain('Test order')
  },
)
