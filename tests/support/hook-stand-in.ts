import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export type HookStandIn = {
  url: string
  received: { path: string; body: string }[]
  /** How posts are answered from now on; `200 ok` until told otherwise. */
  respond(next: (response: ServerResponse) => void): void
  close(): Promise<void>
}

/** A real HTTP server on a port of its own that plays a chat's incoming webhook. */
export async function startHook(): Promise<HookStandIn> {
  const received: HookStandIn['received'] = []
  let answer = (response: ServerResponse): void => {
    response.end('ok')
  }
  const server = createServer(async (request, response) => {
    received.push({ path: request.url ?? '', body: await text(request) })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    respond: (next) => {
      answer = next
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
