import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Follows a server's connections from now on and gives the way to close it in
 * order: nothing more is accepted, the answers under way are let out, and what is
 * still open when `cut` aborts is cut off.
 */
export function followConnections(server: Server): (cut: AbortSignal) => Promise<void> {
  const sockets = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  const endless = new Set<Socket>()
  server.on('connection', (socket) => follow(sockets, socket))
  // Upgraded to a web socket: it ends only when one side hangs up.
  server.on('upgrade', (request) => {
    follow(endless, request.socket)
    if (server.listenerCount('upgrade') === 1) request.socket.destroy()
  })
  const followAnswer = (_request: IncomingMessage, response: ServerResponse): void => {
    follow(answers, response)
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections())
    })
  }
  server.on('request', followAnswer)
  server.on('checkContinue', followAnswer)

  return async (cut) => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const answer of answers) endSoon(answer)
    for (const socket of endless) socket.destroy()
    const cutOff = (): void => {
      for (const socket of sockets) socket.destroy()
    }
    if (cut.aborted) cutOff()
    cut.addEventListener('abort', cutOff, { once: true })
    await closed
  }
}

type Closing = { once(event: 'close', listener: () => void): unknown }

function follow<Each extends Closing>(open: Set<Each>, each: Each): void {
  open.add(each)
  each.once('close', () => open.delete(each))
}

/** The connection goes with the answer; a live stream, which has no end of its own, is given one. */
function endSoon(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('Connection', 'close')
  else if (String(answer.getHeader('content-type')).startsWith('text/event-stream')) answer.end()
}
