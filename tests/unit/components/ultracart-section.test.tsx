import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BackfillState } from '#components/integration/backfill-state.tsx'
import { DeliveryTable } from '#components/integration/delivery-table.tsx'
import { SetUpNotice } from '#components/integration/set-up-notice.tsx'
import type { UltraCartDeeds } from '#components/integration/ultracart-deeds.ts'
import { UltraCartSection } from '#components/integration/ultracart-section.tsx'
import { WebhookHealthNotice } from '#components/integration/webhook-health-notice.tsx'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'

function textOf(content: ReactNode): string {
  const html = renderToStaticMarkup(<MantineProvider>{content}</MantineProvider>)
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

const CONNECTION: ConnectionView = {
  merchantId: 'DEMO',
  merchantName: 'Demo',
  timeZone: 'America/New_York',
  method: 'api',
  way: 'receiver',
  appIdHint: null,
  isSandbox: false,
  apiKeyHint: null,
  simpleKeyHint: null,
  receiverUrl: 'https://app.ontraport.com/',
  webhookUrl: 'https://relay.example.com/api/webhooks/ultracart/DEMO',
  webhookUser: 'ultracart',
  webhookPassword: null,
  pausedAt: null,
  pauseReason: null,
  restoredFrom: null,
  waitingCount: 0,
  silence: null,
  lastEventAt: null,
  refusedWebhook: null,
  rules: DEFAULT_RELAY_RULES,
}

const refuse = async () => ({ kind: 'refused', reason: 'not in this test' }) as const
const DEEDS: UltraCartDeeds = {
  saveSimpleKey: refuse,
  tryWebhookSetUp: refuse,
  setUpWebhook: refuse,
  loadUltraCartLog: refuse,
  loadUltraCartDelivery: refuse,
  startBackfill: refuse,
  cancelBackfill: refuse,
}

function sectionText(given: Partial<ConnectionView>, canEdit = true): string {
  const connection = { ...CONNECTION, ...given }
  return textOf(
    <UltraCartSection connection={connection} backfill={null} canEdit={canEdit} deeds={DEEDS} />,
  )
}

function aBackfill(given: Partial<OrderBackfillView> = {}): OrderBackfillView {
  return {
    state: 'done',
    periodFrom: '2026-11-01T05:00:00.000Z',
    periodTo: '2026-11-08T04:59:59.999Z',
    startedAt: '2026-11-25T10:00:00.000Z',
    finishedAt: '2026-11-25T10:05:00.000Z',
    foundCount: 12,
    totalCount: 12,
    counts: { told: 7, held: 1, skipped: 2, unchanged: 1 },
    faultyCount: 1,
    firstFault: 'orders[3].order_id is missing',
    message: null,
    nextCallAt: null,
    ...given,
  }
}

test('a backfill shows found, told, unchanged, skipped and errors', () => {
  const text = textOf(<BackfillState backfill={aBackfill()} />)
  expect(text).toContain('12 orders found: 7 told, 1 unchanged, 2 skipped, 1 held, 1 with errors')
  expect(text).toContain('orders[3].order_id is missing')
})

test('one that waits says why', () => {
  const message = 'UltraCart wants fewer calls for a while.'
  const waiting = { state: 'running', message, nextCallAt: '2026-11-25T10:07:00.000Z' } as const
  const text = textOf(<BackfillState backfill={aBackfill({ ...waiting, foundCount: 5 })} />)
  expect(text).toContain('5 of 12 orders fetched')
  expect(text).toContain(message)
})

test('a plan is told apart from a deed', () => {
  const set = {
    kind: 'update',
    webhookUrl: 'https://relay.example.com/',
    changes: ['Orders: report order_refund, with all expansions.'],
    warnings: ['Another webhook calls this same address.'],
  } as const
  const shown = { ...set, changes: [...set.changes], warnings: [...set.warnings] }
  expect(textOf(<SetUpNotice set={shown} isDone={false} />)).toContain('This would change')
  expect(textOf(<SetUpNotice set={shown} isDone />)).toMatch(/was changed.*Please note/)
})

test('a disabled webhook is an alarm with the way out', () => {
  const health = { webhookOid: 7, pendingCount: 12, consecutiveFailures: 9, nextRetryAt: null }
  const text = textOf(<WebhookHealthNotice health={{ ...health, isDisabled: true }} />)
  expect(text).toMatch(/has disabled the webhook.*12 events wait.*switches it on again/)
})

test('a call that arrived nowhere stands beside an empty place, a refused one beside its reason', () => {
  const arrived = {
    id: 'd1',
    receivedAt: '2026-11-25T10:00:01.000Z',
    acceptedCount: 0,
    unchangedCount: 0,
    ignoredCount: 0,
    error: 'events is missing',
  }
  const call = { deliveredAt: '2026-11-25T10:00:00.000Z', isSuccess: false }
  const detail = { statusCode: 400, durationMs: 12, queueDelayMs: null, response: 'malformed' }
  const text = textOf(
    <DeliveryTable
      deliveries={[
        { ...call, requestId: 'r1', detail, arrived },
        { ...call, requestId: 'r2', detail: null, arrived: null },
      ]}
      webhookOid={7}
      loadDelivery={async () => ({ kind: 'done', value: detail })}
    />,
  )
  expect(text).toMatch(/HTTP 400, 12 ms/)
  expect(text).toContain('refused: events is missing')
  expect(text).toContain('it did not get in')
})

test('without a simple key it is asked for, and nothing else is offered', () => {
  const text = sectionText({})
  expect(text).toContain('Simple key of UltraCart')
  expect(text).not.toMatch(/See what would change|Fetch these orders/)
})

test('with a key the webhook can be set up, its log loaded and past orders fetched', () => {
  const text = sectionText({ simpleKeyHint: '••••8a00' })
  expect(text).toMatch(/See what would change.*Not loaded yet.*Fetch these orders/)
})

test('a viewer is offered nothing to do', () => {
  const text = sectionText({ simpleKeyHint: '••••8a00' }, false)
  expect(text).not.toMatch(/See what would change|Load|Fetch these orders/)
})

test('under the pixel method there are no past orders to send', () => {
  const text = sectionText({ simpleKeyHint: '••••8a00', method: 'pixel' })
  expect(text).toContain('nothing to send for past orders')
  expect(text).not.toContain('Fetch these orders')
})
