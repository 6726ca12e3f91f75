import { expect, test } from 'vitest'
import { GET as live } from '#app/api/health/live/route.ts'
import { GET as ready } from '#app/api/health/ready/route.ts'
import { GET as metrics } from '#app/api/metrics/route.ts'
import { env } from '#lib/env.ts'

// Nothing listens on port 1.
Object.assign(env, { DATABASE_URL: 'postgresql://relay:relay@127.0.0.1:1/relay' })

test('without its database the product is live and not ready, and says why', async () => {
  expect(live().status).toBe(200)
  const response = await ready()
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'not-ready', missing: ['database'] })
})

test('without its database the metrics are an error and not zeros', async () => {
  expect((await metrics(new Request('http://relay/api/metrics'))).status).toBeGreaterThanOrEqual(
    500,
  )
})
