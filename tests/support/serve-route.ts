import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** What a file app/api/…/route.ts with one parameter exports. */
type RouteModule = Partial<
  Record<'GET' | 'HEAD', (request: Request, context: Context) => Promise<Response>>
>
type Context = { params: Promise<{ merchantId: string }> }

export type RouteServer = { url: string; close(): Promise<void> }

/** Serves a route on a port of its own, as the web app does: the answer flows only as fast as the caller takes it. */
export async function serveRoute(route: RouteModule): Promise<RouteServer> {
  const server = createServer((request, response) => void answer(route, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(
  route: RouteModule,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://relay.example.com')
  const handler = route[request.method === 'HEAD' ? 'HEAD' : 'GET']
  if (handler === undefined) throw new Error(`The route has no ${request.method}.`)
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  const merchantId = url.pathname.split('/').at(-1) ?? ''
  const answered = await handler(new Request(url, { headers }), {
    params: Promise.resolve({ merchantId }),
  })
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  if (answered.body === null) response.end()
  // A caller who hangs up ends the pipeline, and with it the stream that fed it.
  else
    await pipeline(Readable.fromWeb(asNodeStream(answered.body)), response).catch(() => undefined)
}

/** The same class under two names: the types of the web and of Node differ in a detail of iteration. */
function asNodeStream(body: NonNullable<Response['body']>): ReadableStream {
  return body as ReadableStream
}
