import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '#lib/front-headers.ts'
import type { HttpFront } from '#lib/http-front.ts'
import { listenFront } from '#tests/support/listen-front.ts'

/** As Next numbers its actions. */
const ACTION = '40'.padEnd(42, 'a')
const MEGABYTE = 1024 * 1024
const PUBLIC = 'https://relay.example.com'

let front: HttpFront
let url: string
let port: number
let seen: IncomingMessage[]

beforeAll(async () => {
  const listening = await listenFront({
    publicUrl: PUBLIC,
    fallback: async (request, response) => {
      seen.push(request)
      response.end(String((await text(request)).length))
    },
  })
  ;({ front, url, port } = listening)
})
beforeEach(() => {
  seen = []
})
afterAll(() => front.close(AbortSignal.abort()))

/** The whole answer to these bytes, once the front hangs up. */
async function answerTo(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  for (const piece of pieces) socket.write(piece)
  return text(socket)
}

function write(headers: Record<string, string>, path = '/api/x', method = 'POST') {
  return fetch(url + path, { method, headers, body: 'x' })
}

describe('a write from elsewhere', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['the same name without https', { origin: 'http://relay.example.com' }],
    ['another port', { origin: 'https://relay.example.com:8443' }],
    ['a host whose name begins like ours', { origin: 'https://relay.example.com.evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, by a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('by %s is refused before the web app sees it', async (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await write(headers, '/api/x', method)).status).toBe(403)
    expect(seen).toEqual([])
  })

  test('our own page and a caller that is no browser are let through', async () => {
    expect((await write({ origin: PUBLIC })).status).toBe(200)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await write({})).status).toBe(200)
  })

  test('a page can be read from wherever a link stands', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await fetch(url, { headers })).status).toBe(200)
  })
})

describe('a write to a page', () => {
  test('is refused unless it names an action', async () => {
    for (const named of [{}, { 'next-action': '' }, { 'next-action': '"><script>' }])
      expect((await write({ origin: PUBLIC, ...named }, '/log')).status).toBe(400)
    expect(seen).toEqual([])
    const named = { origin: PUBLIC, 'next-action': ACTION }
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plainly'])
      expect((await write({ ...named, 'content-type': type }, '/log')).status).toBe(400)
    expect((await write(named, '/log')).status).toBe(200)
  })

  test.each(['', '; boundary=', '; boundary=""', `; boundary=${'x'.repeat(71)}`])(
    'with a form that nothing separates (%j) is refused',
    async (boundary) => {
      const headers = { 'content-type': `multipart/form-data${boundary}`, 'next-action': ACTION }
      expect((await write(headers, '/log')).status).toBe(400)
    },
  )
})

describe('a body longer than any form', () => {
  test('is refused by what it says of its length', async () => {
    const answer = await fetch(`${url}/api/x`, { method: 'POST', body: Buffer.alloc(8 * MEGABYTE) })
    expect(answer.status).toBe(413)
    expect(seen).toEqual([])
  })

  test('is cut off when it comes in chunks, and its reader gets no end of it', async () => {
    const chunk = Buffer.alloc(MEGABYTE, 'x')
    const chunks = Array.from({ length: 9 }, () => [
      `${chunk.length.toString(16)}\r\n`,
      chunk,
      '\r\n',
    ])
    const head = 'POST /api/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = await answerTo(head, ...chunks.flat(), '0\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(seen[0]?.readableEnded).toBe(false)
  })

  test('is told from one that just fits', async () => {
    const body = Buffer.alloc(7 * MEGABYTE, 'x')
    const answer = await fetch(`${url}/api/x`, { method: 'POST', body })
    expect(await answer.text()).toBe(String(7 * MEGABYTE))
  })
})

describe('what is no address', () => {
  test.each(['/%', '/%zz', '/%ff', '/a%00b', '/%c0%af', '@evil.example/', '.evil.example', '*'])(
    '%s is 400 before anything reads it',
    async (target) => {
      const answer = await answerTo(
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(seen).toEqual([])
    },
  )

  test('the whole address of another site is a path of ours', async () => {
    await answerTo(
      'GET http://evil.example/log?q=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    )
    expect(seen[0]?.url).toBe('/log?q=1')
    expect(seen[0]?.headers.host).toBe('relay.example.com')
  })

  test.each(['TRACE', 'PROPFIND', 'SEARCH', 'PURGE'])('%s is 405', async (method) => {
    const answer = await answerTo(`${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(seen).toEqual([])
  })
})

describe('what is no HTTP', () => {
  test.each([
    ['nonsense', 'hello there\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
      400,
    ],
    [
      'a length beside chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header that ends early', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s gets a status, the headers and no word more', async (_, bytes, status) => {
    const answer = await answerTo(bytes)
    const [head = '', body] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(body).toBe('')
    expect(seen).toEqual([])
  })

  test('is answered with the security headers', async () => {
    const answer = await answerTo('hello there\r\n\r\n')
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(answer).toContain(`${name}: ${value}\r\n`)
  })
})

test('what only we may say to the pages is taken from a caller', async () => {
  await fetch(url, {
    headers: {
      'x-nonce': 'mine',
      'x-path': '//evil.example',
      'x-middleware-subrequest': 'proxy',
      'x-forwarded-port': '1',
      'next-router-state-tree': '__proto__',
      forwarded: 'host=evil.example',
      'x-kept': 'yes',
    },
  })
  const names = Object.keys(seen[0]?.headers ?? {})
  expect(names).toContain('x-kept')
  for (const name of [
    'x-nonce',
    'x-path',
    'x-middleware-subrequest',
    'x-forwarded-port',
    'next-router-state-tree',
    'forwarded',
  ])
    expect(names).not.toContain(name)
})

test('behind https browsers are told to stay there, and not without', async () => {
  expect((await fetch(url)).headers.get('strict-transport-security')).toBe('max-age=31536000')
  const plain = await listenFront({ publicUrl: 'http://127.0.0.1:3000' })
  expect((await fetch(plain.url)).headers.get('strict-transport-security')).toBeNull()
  await plain.front.close(AbortSignal.abort())
})
