import { expect, test } from 'vitest'
import { registry } from '#lib/metrics-registry.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { startRelayWorld } from '#tests/support/relay.ts'

test('what was taken in, what became of it, how long it took and how it was grouped are counted', async () => {
  const world = await startRelayWorld()
  const order = anOrder()
  await world.deliver(['order_create', order])
  await world.deliver(['order_create', order])
  await world.drain()
  const text = await registry.metrics()
  expect(text).toContain('relay_events_total{source="webhook",result="accepted"} 1\n')
  expect(text).toContain('relay_events_total{source="webhook",result="unchanged"} 1\n')
  expect(text).toContain('relay_attempts_total{type="sale",outcome="accepted"} 1\n')
  expect(text).toContain('relay_delay_seconds_count{type="sale"} 1\n')
  expect(text).toContain('relay_group_size_sum{of="deliveries"} 2\n')
  expect(text).toContain('relay_group_size_sum{of="attempts"} 1\n')
  expect(text).toMatch(/relay_database_connections\{state="idle"\} \d/)
})
