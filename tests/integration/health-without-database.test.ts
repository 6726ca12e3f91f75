import { describe, expect, test } from 'vitest'
import { POST as affiliates } from '#app/api/affiliates/[merchantId]/route.ts'
import { GET as live } from '#app/api/health/live/route.ts'
import { GET as ready } from '#app/api/health/ready/route.ts'
import { GET as items } from '#app/api/items/[merchantId]/route.ts'
import { GET as metrics } from '#app/api/metrics/route.ts'
import { POST as resend } from '#app/api/transmissions/[id]/resend/route.ts'
import { GET as transmission } from '#app/api/transmissions/[id]/route.ts'
import { GET as log } from '#app/api/transmissions/route.ts'
import { POST as webhook } from '#app/api/webhooks/ultracart/[merchantId]/route.ts'
import { env } from '#lib/env.ts'
import { renderPixel } from '#lib/services/render-pixel.ts'

// Nothing listens on port 1.
Object.assign(env, { DATABASE_URL: 'postgresql://relay:relay@127.0.0.1:1/relay' })

test('without its database the product is live and not ready, and says why', async () => {
  expect(live().status).toBe(200)
  const response = await ready()
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'not-ready', missing: ['database'] })
})

test('without its database the metrics are an error and not zeros', async () => {
  expect((await metrics(new Request('http://relay/api/metrics'))).status).toBe(503)
})

describe('without its database it says 503, so that the caller tries again:', () => {
  const id = '01a228e8-e745-76dc-b7a3-32532be47dfc'
  const token = { headers: { authorization: 'Bearer relay_any' } }
  const basic = { headers: { authorization: 'Basic YTpi' } }
  const merchant = { params: Promise.resolve({ merchantId: 'DEMO' }) }
  const post = { ...basic, method: 'POST', body: '[]' }
  test.each<[string, () => Promise<Response>]>([
    ['the webhook', () => webhook(new Request('http://relay/', post), merchant)],
    ['the affiliates', () => affiliates(new Request('http://relay/', post), merchant)],
    ['the item feed', () => items(new Request('http://relay/?key=k'), merchant)],
    ['the log', () => log(new Request('http://relay/', token))],
    [
      'a transmission',
      () => transmission(new Request('http://relay/', token), { params: Promise.resolve({ id }) }),
    ],
    [
      'a resend',
      () =>
        resend(new Request('http://relay/', { ...token, method: 'POST' }), {
          params: Promise.resolve({ id }),
        }),
    ],
  ])('%s', async (_, call) => {
    const response = await call()
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } })
  })

  test('but the image of a receipt is the image', async () => {
    const query = new URLSearchParams('order=DEMO-1&theme=DFLT')
    const response = await renderPixel({ merchantId: 'DEMO', query, address: '192.0.2.1' })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/gif'])
  })
})
