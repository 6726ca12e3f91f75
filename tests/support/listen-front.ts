import { once } from 'node:events'
import { createHttpFront, type HttpFront, type HttpFrontOptions } from '#lib/http-front.ts'

/** A front on a port of its own, with nothing behind it but what is given. */
export async function listenFront(
  options: Partial<HttpFrontOptions>,
): Promise<{ front: HttpFront; url: string; port: number }> {
  const front = createHttpFront({
    routes: [],
    fallback: async (_request, response) => void response.end('from the web app'),
    publicUrl: 'https://relay.example.com',
    ...options,
  })
  front.server.listen(0, '127.0.0.1')
  await once(front.server, 'listening')
  const address = front.server.address()
  if (address === null || typeof address === 'string') throw new Error('The front does not listen.')
  return { front, url: `http://127.0.0.1:${address.port}`, port: address.port }
}
