import { expect, test } from 'vitest'
import { GET as live } from '#app/api/health/live/route.ts'
import { GET as ready } from '#app/api/health/ready/route.ts'
import { GET as metrics } from '#app/api/metrics/route.ts'
import { prisma } from '#lib/db/client.ts'
import { pauseConnection } from '#lib/db/connections.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { openBoss } from '#lib/queue/boss.ts'
import { buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmissions } from '#tests/support/build-transmission.ts'

test('a process that answers is live', async () => {
  const response = live()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('without a worker that takes transmissions the product is not ready, with one it is', async () => {
  const before = await ready()
  expect(before.status).toBe(503)
  expect(await before.json()).toEqual({ status: 'not-ready', missing: ['worker'] })
  const worker = await openBoss('worker')
  const after = await ready()
  await worker.stop({ graceful: false })
  expect(after.status).toBe(200)
  expect(after.headers.get('cache-control')).toBe('no-store')
  expect(await after.json()).toEqual({ status: 'ok' })
})

test('where the worker runs elsewhere its absence here does not count', async () => {
  Object.assign(env, { RELAY_WORKER: 'off' })
  expect((await ready()).status).toBe(200)
  Object.assign(env, { RELAY_WORKER: 'inline' })
})

test('a migration that was begun and not finished makes the product not ready', async () => {
  await prisma().$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('open', 'x', 'half done')`
  const response = await ready()
  await prisma().$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'open'`
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'not-ready', missing: ['migrations'] })
})

test('the metrics count what is open, paused and delivered, in Prometheus’s format', async () => {
  const merchantId = await buildConnectedMerchant()
  await pauseConnection(prisma(), merchantId, 'The key was turned away.', new Date())
  await buildTransmissions(
    { merchantId, status: 'queued', createdAt: new Date(Date.now() - 3_600_000) },
    { merchantId, status: 'retrying' },
    { merchantId, status: 'sent' },
  )
  for (const error of [null, 'No JSON.'])
    await prisma().delivery.create({
      data: {
        id: newId(),
        merchantId,
        receivedAt: new Date(),
        error,
        bodyBytes: 1,
        body: Buffer.from('x'),
      },
    })
  const response = await metrics(poll())
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toContain('relay_open_transmissions{status="queued"} 1\n')
  expect(text).toContain('relay_open_transmissions{status="retrying"} 1\n')
  expect(text).toContain('relay_open_transmissions{status="unconfirmed"} 0\n')
  expect(text).toContain('relay_paused_connections 1\n')
  expect(text).toContain('relay_recent_deliveries{result="refused"} 1\n')
  expect(Number(/^relay_oldest_waiting_seconds (.+)$/m.exec(text)?.[1])).toBeGreaterThan(3_590)
  for (const name of ['disk_free', 'disk_total', 'database'])
    expect(Number(new RegExp(`^relay_${name}_bytes (.+)$`, 'm').exec(text)?.[1])).toBeGreaterThan(0)
  expect(text).toContain('process_cpu_seconds_total')
  expect(text).not.toContain(merchantId)
})

test('with METRICS_TOKEN set the metrics are for its bearer only', async () => {
  Object.assign(env, { METRICS_TOKEN: 'prometheus-token-1' })
  expect((await metrics(poll())).status).toBe(401)
  expect((await metrics(poll('Bearer prometheus-token-2'))).status).toBe(401)
  expect((await metrics(poll('Bearer prometheus-token-1'))).status).toBe(200)
  Object.assign(env, { METRICS_TOKEN: undefined })
})

function poll(authorization?: string): Request {
  const headers = authorization === undefined ? {} : { authorization }
  return new Request('http://relay/api/metrics', { headers })
}
