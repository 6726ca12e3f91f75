import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { type Behaviour, status } from '#tests/support/ontraport-behaviour.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

async function theRow(): Promise<TransmissionRow> {
  const [row] = await world.log()
  if (row === undefined) throw new Error('There is no row.')
  return row
}

/** A sale whose first attempt met this. */
async function saleThatMet(behaviour: Behaviour): Promise<TransmissionRow> {
  world.ontraport.respond(behaviour)
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  return theRow()
}

/** The next try of the schedule, without its wait. */
async function retry(behaviour: Behaviour): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  world.ontraport.respond(behaviour)
  await prisma().$executeRaw`UPDATE transmission SET next_attempt_at = now()`
  await world.services.deliverBatch([(await theRow()).id])
}

async function codes() {
  const row = await theRow()
  const { responseCode, response, attempts } = await world.detail(row.id)
  expect(responseCode).toBe(row.responseCode)
  return {
    status: row.status,
    list: row.responseCode,
    detail: response?.code ?? null,
    attempts: attempts.map((attempt) => attempt.responseCode),
  }
}

test('one that is tried again shows what its newest attempt was answered', async () => {
  await saleThatMet(status(503))
  expect(await codes()).toEqual({ status: 'retrying', list: 503, detail: 503, attempts: [503] })
  await retry(status(500))
  expect(await codes()).toMatchObject({ list: 500, detail: 500, attempts: [503, 500] })
})

test('an attempt without an answer leaves no earlier code standing', async () => {
  await saleThatMet(status(503))
  await retry({ kind: 'cut', when: 'before-reading' })
  expect(await codes()).toEqual({
    status: 'retrying',
    list: null,
    detail: null,
    attempts: [503, null],
  })
})

test('one that is sent again has no code until that is answered', async () => {
  const { id } = await saleThatMet(status(422))
  const again = { id, mode: 'original', isSentAllowed: false, nonce: 'click' } as const
  await world.services.resendTransmission(world.access, again)
  expect(await codes()).toEqual({ status: 'queued', list: null, detail: null, attempts: [422] })
  world.ontraport.respond({ kind: 'accept' })
  await world.drain()
  expect(await codes()).toEqual({ status: 'sent', list: 200, detail: 200, attempts: [422, 200] })
})

test('one that waits for a fresh key shows the code that turned the key away', async () => {
  await saleThatMet(status(403))
  expect(await codes()).toMatchObject({ status: 'queued', list: 403, detail: 403 })
})

test('the filter by code finds what the list shows', async () => {
  await saleThatMet(status(503))
  await retry({ kind: 'cut', when: 'before-reading' })
  const found = await world.services.listTransmissions(
    world.access,
    { code: '503' },
    { limit: 10, cursor: null },
  )
  expect(found.transmissions).toEqual([])
})
