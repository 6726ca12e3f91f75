import { describe, expect, test } from 'vitest'
import { whyLeftOut, whyOvertaken } from '#lib/domain/bulk-resend.ts'

const FAILED_SALE = {
  type: 'sale',
  status: 'failed',
  reasonCode: 'refused',
  isSandbox: false,
} as const

describe('a bulk resend leaves out', () => {
  test.each([
    ['what goes out by itself', { status: 'queued' }, false, 'queued'],
    ['what is being sent', { status: 'sending' }, false, 'sending'],
    ['a poll, which ONTRAPORT begins', { type: 'item-fetch' }, false, 'nothing-to-send'],
    ['a pixel, which the browser called', { type: 'pixel' }, false, 'nothing-to-send'],
    ['a status without a word', { reasonCode: 'unknown-status' }, false, 'nothing-to-send'],
    [
      'an affiliate without an email',
      { reasonCode: 'affiliate-without-email' },
      false,
      'nothing-to-send',
    ],
    ['what the sandbox made, once it is left', { isSandbox: true }, false, 'sandbox-left'],
    ['what is meant for ONTRAPORT, in the sandbox', {}, true, 'sandbox-on'],
  ] as const)('%s', (_, change, isStoreInSandbox, why) => {
    expect(whyLeftOut({ ...FAILED_SALE, ...change }, isStoreInSandbox)).toBe(why)
  })

  test('nothing else', () => {
    expect(whyLeftOut(FAILED_SALE, false)).toBeNull()
    expect(whyLeftOut({ ...FAILED_SALE, isSandbox: true }, true)).toBeNull()
  })
})

describe('what was chosen is left out when its turn comes', () => {
  const failed = { status: 'failed', attemptCount: 1 } as const
  const sent = { status: 'sent', attemptCount: 1 } as const

  test('if another hand queued it, or had it accepted', () => {
    expect(whyOvertaken(failed, { status: 'queued', attemptCount: 1 })).toBe('queued')
    expect(whyOvertaken(failed, { status: 'sending', attemptCount: 2 })).toBe('sending')
    expect(whyOvertaken(failed, { status: 'sent', attemptCount: 2 })).toBe('sent-already')
    expect(whyOvertaken(sent, { status: 'sent', attemptCount: 2 })).toBe('sent-already')
  })

  test('and not if it stands as it stood, or failed once more', () => {
    expect(whyOvertaken(failed, failed)).toBeNull()
    expect(whyOvertaken(sent, sent)).toBeNull()
    expect(whyOvertaken({ status: 'retrying', attemptCount: 1 }, failed)).toBeNull()
  })
})
