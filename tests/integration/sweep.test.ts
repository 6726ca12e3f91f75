import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const MINUTE_MS = 60_000

test('an attempt whose process died becomes unknown and is tried again', async () => {
  const { services } = world
  await world.deliver(['order_create', anOrder()])
  await world.abandonAttempt()
  expect(await services.sweepRelay(new Date())).toEqual({ abandoned: 0, overdue: 0 })
  expect(await services.sweepRelay(new Date(Date.now() + MINUTE_MS))).toMatchObject({
    abandoned: 1,
  })
  const [row] = await world.log()
  expect(row).toMatchObject({ status: 'retrying', reasonCode: 'answer-lost', attemptCount: 1 })
  const { attempts } = await world.detail(row?.id ?? '')
  expect(attempts).toMatchObject([
    { outcome: 'unknown', reason: expect.stringContaining('stopped') },
  ])
})

test('a transmission whose job was lost gets another, once', async () => {
  const { services } = world
  await world.deliver(['order_create', anOrder()])
  await world.loseJobs()
  const later = new Date(Date.now() + 2 * MINUTE_MS)
  expect(await services.sweepRelay(later)).toEqual({ abandoned: 0, overdue: 1 })
  expect(await services.sweepRelay(later)).toEqual({ abandoned: 0, overdue: 0 })
})

test('a late answer of an attempt that was given up still counts', async () => {
  const { services, ontraport } = world
  await world.deliver(['order_create', anOrder()])
  const [row] = await world.log()
  let release = () => {}
  ontraport.respond({ kind: 'after', until: new Promise<void>((resolve) => (release = resolve)) })
  const delivering = services.deliverBatch([row?.id ?? ''])
  await ontraport.waitFor(1)
  await services.sweepRelay(new Date(Date.now() + MINUTE_MS))
  expect(await world.log()).toMatchObject([{ status: 'retrying' }])
  release()
  await delivering
  expect(await world.log()).toMatchObject([{ status: 'sent', attemptCount: 1 }])
})
