import { expect, test } from 'vitest'
import { detectChanges } from '#lib/domain/detect-changes.ts'
import type { RelayPolicy } from '#lib/domain/relay-policy.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const attributed: RelayPolicy = {
  method: 'api',
  rules: { ...DEFAULT_RELAY_RULES, attributeByPixel: 'on', saleDelaySeconds: 120 },
}

function standingOf(order: Partial<OrderSnapshot>, policy = attributed) {
  const [change] = detectChanges(null, anOrderSnapshot(order), policy).changes
  return change?.standing
}

test('a sale waits for the pixel to name the partner, and says so', () => {
  expect(standingOf({})).toEqual({
    status: 'queued',
    wait: {
      seconds: 120,
      reason: {
        code: 'pixel-first',
        text: 'Waits 2 min so that the pixel can attribute the partner first',
      },
    },
  })
})

test('a rebill has no receipt to wait for', () => {
  const autoOrder = {
    code: 'ZX81',
    originalOrderId: 'DEMO-0000',
    status: 'active',
    isEnabled: true,
    lastRebillAt: null,
  }
  expect(standingOf({ autoOrder })).toEqual({ status: 'queued' })
})

test('without the option a sale goes at once', () => {
  expect(standingOf({}, { method: 'api', rules: DEFAULT_RELAY_RULES })).toEqual({
    status: 'queued',
  })
})

test('under the pixel method there is no sale to wait', () => {
  expect(standingOf({}, { ...attributed, method: 'pixel' })).toMatchObject({ status: 'skipped' })
})
