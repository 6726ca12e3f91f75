import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { postHook } from '#lib/outbound/post-hook.ts'
import { writeHookPost } from '#lib/outbound/write-hook-post.ts'
import { type HookStandIn, startHook } from '#tests/support/hook-stand-in.ts'

let hook: HookStandIn
beforeAll(async () => {
  hook = await startHook()
})
beforeEach(() => {
  hook.received.length = 0
  hook.respond((response) => response.end('ok'))
})
afterAll(() => hook.close())

const PATH = '/services/T0000/B0000/secret-of-the-hook'

function post() {
  return postHook(`${hook.url}${PATH}`, { text: 'hello' })
}

test('a post arrives as JSON, and the answer is told', async () => {
  expect(await post()).toEqual({
    isSent: true,
    isFinal: true,
    answer: 'The webhook took it: HTTP 200, ok',
  })
  expect(hook.received).toEqual([{ path: PATH, body: '{"text":"hello"}' }])
})

test.each([
  [404, true],
  [400, true],
  [429, false],
  [500, false],
])('HTTP %i is told; that it is final: %s', async (status, isFinal) => {
  hook.respond((response) => response.writeHead(status).end('no_service'))
  expect(await post()).toEqual({
    isSent: false,
    isFinal,
    answer: `The webhook refused it: HTTP ${status}, no_service`,
  })
})

test('a redirect is not followed', async () => {
  hook.respond((response) => response.writeHead(307, { location: `${hook.url}/else` }).end())
  expect(await post()).toMatchObject({ isSent: false, answer: expect.stringContaining('HTTP 307') })
  expect(hook.received).toHaveLength(1)
})

test('an answer without end is cut off, and counts by its status', async () => {
  hook.respond((response) => {
    response.writeHead(200)
    response.write('x'.repeat(200_000))
  })
  expect(await post()).toMatchObject({ isSent: true })
})

test('an answer that repeats the address does not tell it', async () => {
  hook.respond((response) => response.end(`took ${hook.url}${PATH} and secret-of-the-hook`))
  expect((await post()).answer).not.toContain('secret-of-the-hook')
})

test('a private address is refused unless the operator allows it', async () => {
  const allowed = env.ALLOW_PRIVATE_ADDRESSES
  env.ALLOW_PRIVATE_ADDRESSES = []
  try {
    expect(await post()).toEqual({
      isSent: false,
      isFinal: false,
      answer: `${new URL(hook.url).host} leads to an address that is not public, so no connection was made.`,
    })
    expect(hook.received).toHaveLength(0)
  } finally {
    env.ALLOW_PRIVATE_ADDRESSES = allowed
  }
})

test('Slack’s markup in a text is shown as text', () => {
  const message = {
    headline: 'a <!channel> & <https://evil.example|x>',
    paragraphs: ['one\ntwo'],
    next: null,
    path: '/log?a=1&b=2',
  }
  const letterhead = { storeName: '<@U1>', appUrl: 'https://relay.example.com' }
  expect(writeHookPost(message, letterhead).text).toBe(
    '*&lt;@U1&gt;: a &lt;!channel&gt; &amp; &lt;https://evil.example|x&gt;*\none two\nhttps://relay.example.com/log?a=1&amp;b=2',
  )
})
