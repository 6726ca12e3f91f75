import { connect } from 'node:net'

/** A request as bytes on the wire, right or wrong, in the pieces that it is sent in. */
export type RawCall = {
  pieces: readonly Buffer[]
  /** The caller hangs up in the middle; no answer is expected then. */
  isCutOff: boolean
}

export type RawAnswer = { status: number; head: string; body: string }

const PATIENCE_MS = 20_000
/** After this long a silence an answer on a connection that stays open is over. */
const SILENCE_MS = 1_500

/** Sends the bytes on a connection of their own and gives the first final answer; null when there was none. */
export function rawCall(port: number, { pieces, isCutOff }: RawCall): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`There was no answer within ${PATIENCE_MS} ms.`))
    }, PATIENCE_MS)
    const finish = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(readAnswer(Buffer.concat(received).toString('latin1')))
    }
    socket.on('data', (chunk) => {
      received.push(chunk)
      socket.setTimeout(SILENCE_MS, () => socket.destroy())
    })
    // A server that refuses hangs up while the rest is still being sent.
    socket.on('error', () => undefined)
    socket.once('close', finish)
    socket.once('connect', () => {
      for (const piece of pieces) socket.write(piece)
      if (isCutOff) socket.end()
    })
  })
}

function readAnswer(text: string): RawAnswer | null {
  const [, status, rest = ''] = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*)$/.exec(text) ?? []
  if (status === undefined) return null
  const end = rest.indexOf('\r\n\r\n')
  if (status.startsWith('1')) return readAnswer(rest.slice(rest.startsWith('\r\n') ? 2 : end + 4))
  return { status: Number(status), head: rest.slice(0, end), body: rest.slice(end + 4) }
}
