import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export type ReceivedMail = {
  /** Of the envelope. */
  from: string
  to: string[]
  /** What the client proved itself with: the argument of AUTH PLAIN, decoded. */
  login: string | null
  /** The headers, unfolded, by their names in lower case. */
  headers: Record<string, string>
  /** Headers and parts as they came. */
  source: string
  /** The same without quoted-printable's escapes. */
  text: string
}

/** What the server says to each command that it does not take; `null` takes it. */
type Judge = (line: string) => string | null

export type SmtpStandIn = {
  url: string
  port: number
  received: ReceivedMail[]
  /** Every line that clients said. */
  said: string[]
  /** How commands are answered from now on; all are taken until told otherwise. */
  judge(next: Judge): void
  close(): Promise<void>
}

/** A real SMTP server on a port of its own, without TLS, that takes AUTH PLAIN. */
export async function startSmtp(): Promise<SmtpStandIn> {
  const received: ReceivedMail[] = []
  const said: string[] = []
  const sockets = new Set<Socket>()
  let judge: Judge = () => null
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    converse(socket, { received, said, judge: (line) => judge(line) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    said,
    judge: (next) => {
      judge = next
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

type Conversation = { received: ReceivedMail[]; said: string[]; judge: Judge }

function converse(socket: Socket, { received, said, judge }: Conversation): void {
  const say = (text: string) => socket.write(`${text}\r\n`)
  let mail = emptyMail()
  let lines: string[] | null = null
  say('220 stand-in ESMTP')
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (lines !== null && line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line)
      return
    }
    if (lines !== null) {
      const refusal = judge('.')
      const source = lines.join('\r\n')
      lines = null
      if (refusal === null)
        received.push({ ...mail, source, text: decode(source), headers: readHeaders(source) })
      mail = emptyMail()
      say(refusal ?? '250 2.0.0 Ok: queued as 4711')
      return
    }
    said.push(line)
    const refusal = judge(line)
    const verb = line.slice(0, 4).toUpperCase()
    if (refusal !== null) say(refusal)
    else if (verb === 'EHLO') say('250-stand-in\r\n250-AUTH PLAIN\r\n250 8BITMIME')
    else if (verb === 'AUTH') {
      mail.login = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString()
      say('235 2.7.0 Accepted')
    } else if (verb === 'MAIL') {
      mail.from = angled(line)
      say('250 2.1.0 Ok')
    } else if (verb === 'RCPT') {
      mail.to.push(angled(line))
      say('250 2.1.5 Ok')
    } else if (verb === 'DATA') {
      lines = []
      say('354 Go on')
    } else if (verb === 'QUIT') socket.end('221 2.0.0 Bye\r\n')
    else say(verb === 'RSET' ? '250 2.0.0 Ok' : '502 5.5.2 Unknown command')
  })
}

function emptyMail(): Pick<ReceivedMail, 'from' | 'to' | 'login'> {
  return { from: '', to: [], login: null }
}

function angled(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? ''
}

function readHeaders(source: string): Record<string, string> {
  const head = (source.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(
    head.split('\r\n').map((line) => {
      const [name = '', ...rest] = line.split(':')
      return [name.toLowerCase(), rest.join(':').trim()]
    }),
  )
}

/** Of ASCII alone: what stands for more is left as it is. */
function decode(source: string): string {
  return source
    .replaceAll('=\r\n', '')
    .replaceAll(/=([2-7][\dA-F])/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
}
