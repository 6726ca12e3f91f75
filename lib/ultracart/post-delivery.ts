import type { SampleDelivery } from './sample-store/sample-deliveries.ts'

export type PostedDelivery = { status: number; body: string }

const TIMEOUT_MS = 30_000

/** Posts one webhook the way UltraCart does: JSON, HTTP Basic, no redirects. Throws when there is no answer. */
export async function postDelivery(
  url: string,
  { user, password }: { user: string; password: string },
  delivery: SampleDelivery,
): Promise<PostedDelivery> {
  const token = Buffer.from(`${user}:${password}`).toString('base64')
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${token}`, 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(delivery),
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return { status: response.status, body: await response.text() }
}
