import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '#lib/ontraport/answer.ts'
import { makeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import { maskedUrl } from '#lib/ontraport/receiver-url.ts'
import { sendMessage } from '#lib/ontraport/send-message.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'

const KEY = 'k&y/2ß+1234'

let ontraport: OntraportStandIn
let agent: ReturnType<typeof makeReceiverAgent>

beforeEach(async () => {
  ontraport = await startOntraport()
  agent = makeReceiverAgent({ connectTimeoutMs: 1_000 })
})

afterEach(async () => {
  await agent.destroy()
  await ontraport.close()
})

function send(apiKey: string, baseUrl = ontraport.url): Promise<Answer> {
  return sendMessage({ xml: '<export/>', apiKey, baseUrl, agent })
}

describe('the key', () => {
  test('is hidden wherever the answer repeats it, in any spelling', async () => {
    const encoded = encodeURIComponent(KEY)
    ontraport.respond(
      status(
        403,
        { location: `https://x/?account_id=${encoded}` },
        `${KEY} ${encoded} k&amp;y/2ß+1234`,
      ),
    )
    const answer = await send(KEY)
    expect(answer).toMatchObject({
      headers: { location: 'https://x/?account_id=••••' },
      body: '•••• •••• ••••',
    })
  })

  test('is hidden in letters of the other case, as in %2f for %2F', async () => {
    const encoded = encodeURIComponent(KEY)
    const said = `${encoded.toLowerCase()} K&Y/2ß+1234`
    ontraport.respond(status(403, { location: `https://x/?a=${encoded.toLowerCase()}` }, said))
    expect(await send(KEY)).toMatchObject({
      headers: { location: 'https://x/?a=••••' },
      body: '•••• ••••',
    })
  })

  test('is hidden when the 64 KiB border runs through it', async () => {
    const filler = 'x'.repeat(64 * 1024 - 6)
    ontraport.respond(status(200, {}, `${filler}secret-key-9999 and more`))
    const answer = await send('secret-key-9999')
    expect(answer.kind === 'answered' && answer.body.slice(-8)).toBe('xxxx••••')
  })

  test('is not in the reason of a failure', async () => {
    const answer = await send('plain-key-1234', 'http://ontraport.invalid')
    expect(answer.kind).toBe('not-connected')
    expect(JSON.stringify(answer)).not.toContain('plain-key')
  })

  test('shows its last characters alone in the address for people', () => {
    expect(maskedUrl('https://app.ontraport.com', 'abcdefgh1234')).toBe(
      'https://app.ontraport.com/receivers/ultracart.php?account_id=••••1234',
    )
  })
})
