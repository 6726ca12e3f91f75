import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#lib/errors.ts'
import type { HttpFront, HttpFrontOptions } from '#lib/http-front.ts'
import type { Route, RouteAnswer } from '#lib/route-table.ts'
import { listenFront } from '#tests/support/listen-front.ts'

const MEGABYTE = 1024 * 1024
const never = new AbortController().signal
const fronts: HttpFront[] = []

afterEach(async () => {
  await Promise.all(fronts.splice(0).map((front) => front.close(AbortSignal.abort())))
})

async function listen(
  options: Partial<HttpFrontOptions>,
): Promise<{ front: HttpFront; url: string }> {
  const listening = await listenFront(options)
  fronts.push(listening.front)
  return listening
}

function portOf({ server }: HttpFront): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The front does not listen.')
  return address.port
}

function bodyOf(answer: IncomingMessage | undefined): Promise<string> {
  return answer === undefined ? Promise.reject(new Error('No answer.')) : text(answer)
}

function hook(answer: RouteAnswer): Route[] {
  return [{ method: 'POST', path: '/hooks/{merchantId}', answer }]
}

const echo: RouteAnswer = async ({ params, header, body }) =>
  Response.json({ ...params, proof: header('authorization'), body: Buffer.from(body).toString() })

test('a route gets the part of the path, the headers and the raw body', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const answer = await fetch(`${url}/hooks/DEMO%20x?y=1`, {
    method: 'POST',
    headers: { authorization: 'Basic abc' },
    body: 'hello',
  })
  expect(await answer.json()).toEqual({ merchantId: 'DEMO x', proof: 'Basic abc', body: 'hello' })
})

test.each([
  ['/hooks/DEMO/', 'DEMO'],
  ['/hooks/%E0%A4', '%E0%A4'],
  ['/hooks/%', '%'],
])('%s is a route’s too, with "%s"', async (path, merchantId) => {
  const { url } = await listen({ routes: hook(echo) })
  const answer = await fetch(url + path, { method: 'POST' })
  expect(await answer.json()).toMatchObject({ merchantId })
})

test('a route gets the query and the caller’s network address', async () => {
  const tell: RouteAnswer = async ({ query, address }) =>
    Response.json({ query: [...query], address })
  const { url } = await listen({ routes: hook(tell) })
  const call = (headers: Record<string, string>) =>
    fetch(`${url}/hooks/DEMO?a=1&b=x%2By?&a=2`, { method: 'POST', headers })
  expect(await (await call({})).json()).toEqual({
    query: [
      ['a', '1'],
      ['b', 'x+y?'],
      ['a', '2'],
    ],
    address: '127.0.0.1',
  })
  const forwarded = await call({ 'x-forwarded-for': '198.51.100.1, 192.0.2.9' })
  expect(await forwarded.json()).toMatchObject({ address: '192.0.2.9' })
})

test('a caller that is no proxy on this machine is not believed when it names another', async () => {
  const tell: RouteAnswer = async ({ address }) => Response.json(address)
  const { front } = await listen({ routes: hook(tell) })
  const sending = httpRequest({
    port: portOf(front),
    host: '127.0.0.1',
    localAddress: '127.0.0.2',
    path: '/hooks/DEMO',
    method: 'POST',
    headers: { 'x-forwarded-for': '192.0.2.9' },
  }).end()
  const [answer] = await once(sending, 'response')
  expect(await bodyOf(answer)).toBe('"127.0.0.2"')
})

test('every other path is handed on', async () => {
  const { url } = await listen({ routes: hook(echo) })
  for (const path of ['/', '/hooks', '/hooks/', '/hooks/a/b', '/hooks/x/%C3%A9'])
    expect(await (await fetch(url + path)).text()).toBe('from the web app')
})

test('another method on a route is 405 and says which one is right', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const answer = await fetch(`${url}/hooks/DEMO`)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
})

test('a HEAD gets the head of what GET would answer', async () => {
  const asked: string[] = []
  const answer: RouteAnswer = async ({ method }) => {
    asked.push(method)
    return new Response('all of it', { headers: { 'content-type': 'text/plain' } })
  }
  const { url } = await listen({ routes: [{ method: 'GET', path: '/figures', answer }] })
  const head = await fetch(`${url}/figures`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
    200,
    'text/plain',
    '',
  ])
  expect(head.headers.get('content-length')).toBe('9')
  expect(asked).toEqual(['HEAD'])
  const wrong = await fetch(`${url}/figures`, { method: 'POST' })
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a 401 says which proof the route wants, and no other answer does', async () => {
  const faults = { DEMO: 'unauthorized', GONE: 'not-found' } as const
  const answer: RouteAnswer = async ({ params }) => {
    throw new AppError(params.merchantId === 'DEMO' ? faults.DEMO : faults.GONE, 'No.')
  }
  const routes = hook(answer).map((route) => ({ ...route, challenge: 'Basic realm="webhook"' }))
  const { url } = await listen({ routes })
  const challengeOf = async (merchantId: string) =>
    (await fetch(`${url}/hooks/${merchantId}`, { method: 'POST' })).headers.get('www-authenticate')
  expect(await challengeOf('DEMO')).toBe('Basic realm="webhook"')
  expect(await challengeOf('GONE')).toBeNull()
})

test('what a route throws becomes the answer that the error stands for', async () => {
  const { url } = await listen({
    routes: hook(async () => {
      throw new AppError('unauthorized', 'Wrong password.')
    }),
  })
  const answer = await fetch(`${url}/hooks/DEMO`, { method: 'POST', body: 'x' })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toEqual({
    error: { code: 'unauthorized', message: 'Wrong password.' },
  })
})

test('a failing web app is a neutral 500', async () => {
  const { url } = await listen({
    fallback: async () => {
      throw new Error('the inner reason')
    },
  })
  const answer = await fetch(url)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('inner')
})

test('a body of 6 MB is taken whole', async () => {
  const { url } = await listen({
    routes: hook(async ({ body }) => Response.json(body.byteLength)),
  })
  const body = Buffer.alloc(6 * MEGABYTE)
  const answer = await fetch(`${url}/hooks/DEMO`, { method: 'POST', body })
  expect(await answer.json()).toBe(6 * MEGABYTE)
})

test('a body over 6 MB is 413 with the reason, read by the caller while it is still sending', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const sending = httpRequest(`${url}/hooks/DEMO`, {
    method: 'POST',
    headers: { 'content-length': 7 * MEGABYTE },
  })
  sending.write(Buffer.alloc(MEGABYTE))
  const [answer]: IncomingMessage[] = await once(sending, 'response')
  expect(answer?.statusCode).toBe(413)
  expect(answer?.headers.connection).toBe('close')
  for (let sent = 1; sent < 7; sent += 1) sending.write(Buffer.alloc(MEGABYTE))
  sending.end()
  const [body] = await Promise.all([bodyOf(answer), once(sending, 'close')])
  expect(JSON.parse(body)).toEqual({
    error: { code: 'too-large', message: 'The body is larger than 6291456 bytes.' },
  })
})

test('a body that comes in chunks is cut off at 6 MB too', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const sending = httpRequest(`${url}/hooks/DEMO`, { method: 'POST' })
  for (let sent = 0; sent < 7; sent += 1) sending.write(Buffer.alloc(MEGABYTE))
  sending.end()
  const [answer]: IncomingMessage[] = await once(sending, 'response')
  expect(answer?.statusCode).toBe(413)
  await Promise.all([bodyOf(answer), once(sending, 'close')])
})

test('a caller who asks first is refused before it sends too much', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const asking = httpRequest(`${url}/hooks/DEMO`, {
    method: 'POST',
    headers: { expect: '100-continue', 'content-length': 7 * MEGABYTE },
  })
  asking.on('continue', () => expect.unreachable('The body was asked for.'))
  asking.flushHeaders()
  const [answer]: IncomingMessage[] = await once(asking, 'response')
  expect(answer?.statusCode).toBe(413)
  asking.destroy()
})

test('a caller who hangs up in the middle of a body does not reach the route', async () => {
  let calls = 0
  const { front, url } = await listen({
    routes: hook(async () => {
      calls += 1
      return new Response()
    }),
  })
  const socket = connect(portOf(front), '127.0.0.1')
  socket.end('POST /hooks/DEMO HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf')
  await once(socket.resume(), 'close')
  await fetch(`${url}/hooks/DEMO`, { method: 'POST', body: 'x' })
  expect(calls).toBe(1)
})

test('every answer carries the security headers and no name of the program', async () => {
  const { url } = await listen({ routes: hook(echo) })
  const answers = await Promise.all([
    fetch(url),
    fetch(`${url}/hooks/DEMO`, { method: 'POST', body: 'x' }),
    fetch(`${url}/hooks/DEMO`),
  ])
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

test('the web app sees the public address, whatever the caller says it called', async () => {
  const seen: IncomingMessage['headers'][] = []
  const { url } = await listen({
    fallback: async (request, response) => {
      seen.push(request.headers)
      response.end()
    },
  })
  const call = httpRequest(url, {
    headers: {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
    },
  })
  call.end()
  await once(call, 'response')
  expect(seen[0]).toMatchObject({
    host: 'relay.example.com',
    'x-forwarded-host': 'relay.example.com',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '127.0.0.1',
  })
})

test('a browser that calls this machine by another of its names is led to the right one', async () => {
  const { url } = await listen({ publicUrl: 'http://localhost:3000' })
  const answer = await fetch(`${url}/log?page=2`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  })
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toBe('http://localhost:3000/log?page=2')
})

test('closing lets an answer under way out, then accepts nobody', async () => {
  const gate = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  const { front, url } = await listen({
    routes: hook(async () => {
      entered.resolve()
      await gate.promise
      return Response.json('done')
    }),
  })
  const underWay = fetch(`${url}/hooks/DEMO`, { method: 'POST', body: 'x' })
  await entered.promise
  const closed = front.close(never)
  await expect(fetch(url)).rejects.toThrow()
  gate.resolve()
  expect(await (await underWay).json()).toBe('done')
  await closed
})

test('closing does not wait for a live stream', async () => {
  const { front, url } = await listen({
    fallback: async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    },
  })
  const stream = await fetch(url)
  await front.close(never)
  expect(await stream.text()).toBe('data: 1\n\n')
})

test('closing does not wait for a web socket', async () => {
  const { front } = await listen({})
  front.server.on('upgrade', (_request, socket) => void socket.write('HTTP/1.1 101 Go\r\n\r\n'))
  const socket = connect(portOf(front), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  await once(socket, 'data')
  const ended = once(socket.resume(), 'close')
  await front.close(never)
  await ended
})

test('closing in a hurry cuts off what does not end', async () => {
  const entered = Promise.withResolvers<void>()
  const { front, url } = await listen({
    fallback: () => {
      entered.resolve()
      return new Promise(() => undefined)
    },
  })
  const hurry = new AbortController()
  const underWay = fetch(url).catch((error: unknown) => error)
  await entered.promise
  const closed = front.close(hurry.signal)
  hurry.abort()
  await closed
  expect(await underWay).toBeInstanceOf(Error)
})
