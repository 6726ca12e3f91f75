import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '#lib/ontraport/answer.ts'
import { MAX_CONNECTIONS, makeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import { type Sending, sendMessage } from '#lib/ontraport/send-message.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'

const KEY = 'k&y/2ß+1234'
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<export><order>Zoë 🔔</order></export>\n'

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

function send(overrides: Partial<Sending> = {}): Promise<Answer> {
  return sendMessage({ xml: XML, apiKey: KEY, baseUrl: ontraport.url, agent, ...overrides })
}

describe('what arrives', () => {
  test('the document is posted to the receiver with the key in the address', async () => {
    await send()
    expect(ontraport.received).toMatchObject([
      {
        path: '/receivers/ultracart.php',
        key: KEY,
        contentType: 'text/xml; charset=utf-8',
        body: XML,
      },
    ])
  })

  test('a base address with a path and a trailing slash keeps its path', async () => {
    await send({ baseUrl: `${ontraport.url}/sandbox/` })
    expect(ontraport.received[0]?.path).toBe('/sandbox/receivers/ultracart.php')
  })
})

describe('an answer', () => {
  test('comes back with status, headers and body', async () => {
    ontraport.respond(status(202, { 'x-rate-limit-remaining': '7' }, 'Success ✓'))
    expect(await send()).toMatchObject({
      kind: 'answered',
      status: 202,
      headers: { 'x-rate-limit-remaining': '7' },
      body: 'Success ✓',
      isTruncated: false,
    })
  })

  test('a redirect is an answer and is not followed', async () => {
    ontraport.respond({ kind: 'redirect', location: `${ontraport.url}/elsewhere` })
    expect(await send()).toMatchObject({ status: 302 })
    expect(ontraport.received).toHaveLength(1)
  })

  test('a body over 64 KiB is cut there and the connection ends', async () => {
    ontraport.respond({ kind: 'huge', bytes: 5_000_000 })
    const answer = await send()
    expect(answer).toMatchObject({ kind: 'answered', isTruncated: true })
    expect(answer.kind === 'answered' && answer.body).toHaveLength(64 * 1024)
  })

  test('a body of exactly 64 KiB is whole', async () => {
    ontraport.respond({ kind: 'huge', bytes: 64 * 1024 })
    expect(await send()).toMatchObject({ kind: 'answered', isTruncated: false })
  })

  test('a character on the 64 KiB border is left off rather than broken', async () => {
    ontraport.respond({ kind: 'huge', bytes: 40_000, fill: '€' })
    const answer = await send()
    expect(answer.kind === 'answered' && /^€+$/.test(answer.body)).toBe(true)
  })

  test('a body cut off in the middle is kept as far as it came', async () => {
    ontraport.respond({ kind: 'cut', when: 'within-body' })
    expect(await send()).toMatchObject({ kind: 'answered', body: 'Succ', isTruncated: true })
  })

  test('a body that never ends is cut at the deadline', async () => {
    ontraport.respond({ kind: 'slow-drip', everyMs: 10 })
    const answer = await send({ totalTimeoutMs: 200 })
    expect(answer).toMatchObject({ kind: 'answered', status: 200, isTruncated: true })
  })

  test('a body that never begins is an answer with nothing in it', async () => {
    ontraport.respond({ kind: 'hang-after-headers' })
    const answer = await send({ totalTimeoutMs: 200 })
    expect(answer).toMatchObject({ kind: 'answered', status: 200, body: '', isTruncated: true })
  })
})

describe('the answer is lost', () => {
  test('when no head comes within the deadline', async () => {
    ontraport.respond({ kind: 'hang-before-headers' })
    expect(await send({ totalTimeoutMs: 200 })).toEqual({
      kind: 'answer-lost',
      reason: 'The message was sent, but no answer came within 0.2 seconds.',
    })
  })

  test.each(['before-reading', 'after-reading'] as const)(
    'when the connection is cut %s the message',
    async (when) => {
      ontraport.respond({ kind: 'cut', when })
      const answer = await send()
      expect(answer.kind).toBe('answer-lost')
      expect(answer).toHaveProperty('reason', expect.stringContaining('connection was cut'))
    },
  )

  test('when the answer is not HTTP', async () => {
    ontraport.respond({ kind: 'invalid-http' })
    expect(await send()).toMatchObject({
      kind: 'answer-lost',
      reason: expect.stringContaining('not HTTP'),
    })
  })

  test('when the head of the answer is larger than 16 KiB', async () => {
    ontraport.respond(status(200, { 'x-long': 'x'.repeat(20_000) }))
    expect(await send()).toMatchObject({
      kind: 'answer-lost',
      reason: expect.stringContaining('too long'),
    })
  })

  test('when the caller stops after the message left', async () => {
    const stopping = new AbortController()
    ontraport.respond({ kind: 'hang-before-headers' })
    const answer = send({ signal: stopping.signal })
    await ontraport.waitFor(1)
    stopping.abort()
    expect(await answer).toMatchObject({
      kind: 'answer-lost',
      reason: expect.stringContaining('stopped on our side'),
    })
  })
})

describe('nothing was sent', () => {
  test('when the port is closed', async () => {
    const { host } = new URL(ontraport.url)
    await ontraport.close()
    expect(await send()).toEqual({
      kind: 'not-connected',
      reason: `${host} refused the connection.`,
    })
    ontraport = await startOntraport()
  })

  test('when the name does not exist', async () => {
    expect(await send({ baseUrl: 'http://ontraport.invalid' })).toMatchObject({
      kind: 'not-connected',
      reason: expect.stringContaining('ontraport.invalid'),
    })
  })

  test('when the other side does not speak TLS', async () => {
    const plain = ontraport.url.replace('http:', 'https:')
    expect(await send({ baseUrl: plain })).toMatchObject({ kind: 'not-connected' })
    expect(ontraport.received).toEqual([])
  })

  test('when the TLS handshake never ends', async () => {
    const silent = await startSilentServer()
    const impatient = makeReceiverAgent({ connectTimeoutMs: 200 })
    const answer = await send({ baseUrl: `https://127.0.0.1:${silent.port}`, agent: impatient })
    expect(answer).toMatchObject({
      kind: 'not-connected',
      reason: expect.stringContaining('did not take the connection in time'),
    })
    await impatient.destroy()
    await silent.close()
  })

  test('when the caller had stopped before', async () => {
    expect(await send({ signal: AbortSignal.abort() })).toMatchObject({ kind: 'not-connected' })
    expect(ontraport.received).toEqual([])
  })

  test('when no connection came free, and it is not sent later either', async () => {
    ontraport.respond({ kind: 'hang-before-headers' })
    const stopping = new AbortController()
    const busy = Array.from({ length: MAX_CONNECTIONS }, () => send({ signal: stopping.signal }))
    await ontraport.waitFor(MAX_CONNECTIONS)
    expect(await send({ totalTimeoutMs: 100, xml: '<late/>' })).toMatchObject({
      kind: 'not-connected',
    })
    ontraport.respond({ kind: 'accept' })
    stopping.abort()
    await Promise.all(busy)
    await send({ xml: '<next/>' })
    expect(ontraport.received.map((request) => request.body)).not.toContain('<late/>')
  })
})

/** Takes connections and says nothing. */
async function startSilentServer(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return { port: address.port, close: async () => void server.close() }
}
