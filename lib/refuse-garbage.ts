import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { SECURITY_HEADERS } from './front-headers.ts'

/** Answers what is no HTTP with a status and no word about why, and hangs up. */
export function refuseGarbage(server: Server): void {
  const answering = new WeakMap<object, ServerResponse>()
  const follow = (request: IncomingMessage, response: ServerResponse): void => {
    answering.set(request.socket, response)
    response.once('close', () => answering.delete(request.socket))
  }
  server.on('request', follow)
  server.on('checkContinue', follow)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // What is being answered must not get a second answer into its middle.
    const hasBegun = answering.get(socket)?.headersSent === true
    if (hasBegun || error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else socket.end(bareAnswer(STATUS_LINES.get(error.code) ?? '400 Bad Request'))
  })
}

const STATUS_LINES: ReadonlyMap<string | undefined, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413 Payload Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
])

function bareAnswer(status: string): string {
  const headers = { ...SECURITY_HEADERS, Connection: 'close', 'Content-Length': '0' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n')
}
