import { setTimeout as wait } from 'node:timers/promises'
import type { Story } from './stories.ts'

/** Where a merchant's deliveries go, and by which credentials. */
export type Door = { url: () => string; authorization: string }

const AGAIN_AFTER_MS = 50
const ACKNOWLEDGED_WITHIN_MS = 60_000

/** Posts the deliveries of a story in their order, each again until it is acknowledged, as UltraCart does. */
export async function deliverStory({ url, authorization }: Door, story: Story): Promise<void> {
  for (const [name, model] of story.events) {
    const body = JSON.stringify({ events: [{ [name]: model }] })
    const address = () => `${url()}/api/webhooks/ultracart/${story.merchantId}`
    await deliverUntilAcknowledged(address, authorization, body)
  }
}

async function deliverUntilAcknowledged(
  address: () => string,
  authorization: string,
  body: string,
): Promise<void> {
  const deadline = Date.now() + ACKNOWLEDGED_WITHIN_MS
  for (;;) {
    const status = await post(address(), authorization, body)
    if (status === 200) return
    if (status !== null && status < 500) throw new Error(`The webhook answered ${status}.`)
    if (Date.now() > deadline) throw new Error(`The webhook last answered ${status ?? 'nothing'}.`)
    await wait(AGAIN_AFTER_MS)
  }
}

/** `null` when nobody listens or the connection breaks. */
async function post(address: string, authorization: string, body: string): Promise<number | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}
