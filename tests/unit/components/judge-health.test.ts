import { describe, expect, test } from 'vitest'
import { type HealthFacts, judgeHealth } from '#components/overview/judge-health.ts'
import { aDetail } from '#tests/support/build-detail.ts'

const MOMENT = '2026-11-25T12:00:00.000Z'
const CONNECTION: HealthFacts['connection'] = {
  ...{ method: 'api', way: 'receiver', isSandbox: false, pausedAt: null, silence: null },
  ...{ apiKeyHint: '••••4f2a', appIdHint: null, lastEventAt: MOMENT, refusedWebhook: null },
}
const REFUSED = { count: 3, since: MOMENT, lastAt: MOMENT }
const SILENT = { lastAt: MOMENT, silentMinutes: 1_560, usualGapMinutes: 40 }

describe('the relay is called', () => {
  test.each([
    ['working', {}, null],
    ['store-silent', {}, SILENT],
    ['turned-away', { refusedWebhook: REFUSED }, SILENT],
    ['nothing-arrived', { lastEventAt: null }, null],
    ['turned-away', { lastEventAt: null, refusedWebhook: REFUSED }, null],
    ['no-key', { apiKeyHint: null, refusedWebhook: REFUSED }, null],
    ['paused', { pausedAt: MOMENT, refusedWebhook: REFUSED }, null],
    ['sandbox', { isSandbox: true, refusedWebhook: REFUSED }, null],
  ] as const)('%s with %o and a silence of %o', (expected, given, storeSilence) => {
    const facts = { connection: { ...CONNECTION, ...given }, health: { storeSilence } }
    expect(judgeHealth({ ...facts, reasons: [], lastSent: aDetail() })).toBe(expected)
  })
})
