import type { ServerResponse } from 'node:http'

/** What the stand-in for ONTRAPORT does with a request. */
export type Behaviour =
  | { kind: 'accept' }
  /** Accepts, but only then. */
  | { kind: 'after'; until: Promise<void> }
  | { kind: 'refuse-in-200'; body?: string }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'hang-before-headers' }
  | { kind: 'hang-after-headers' }
  | { kind: 'cut'; when: CutMoment }
  | { kind: 'huge'; bytes: number; fill?: string }
  | { kind: 'slow-drip'; everyMs: number }
  | { kind: 'invalid-http' }
  | { kind: 'many-headers'; count: number }
  /** As many bytes as are taken, at the most this many; `written` counts them. */
  | { kind: 'endless'; bytes: number; written: { bytes: number } }

export type CutMoment =
  | 'before-reading'
  | 'within-request'
  | 'after-reading'
  | 'within-head'
  | 'within-body'

export const accept: Behaviour = { kind: 'accept' }

export function status(
  code: number,
  headers: Record<string, string> = {},
  body = `HTTP ${code}`,
): Behaviour {
  return { kind: 'status', status: code, headers, body }
}

/** Plays one behaviour on a response whose request has been read. */
export function play(behaviour: Behaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'accept':
      answer(response, 200, '<result>Success</result>', { 'content-type': 'text/xml' })
      break
    case 'after':
      void behaviour.until.then(() => play(accept, response))
      break
    case 'refuse-in-200':
      answer(response, 200, behaviour.body ?? '<result>Failure: no such account</result>')
      break
    case 'status':
      answer(response, behaviour.status, behaviour.body ?? '', behaviour.headers)
      break
    case 'redirect':
      answer(response, 302, '', { location: behaviour.location })
      break
    case 'hang-before-headers':
      break
    case 'hang-after-headers':
      response.writeHead(200, { 'content-length': '100' })
      response.flushHeaders()
      break
    case 'cut':
      cut(behaviour.when, response)
      break
    case 'huge':
      answer(response, 200, (behaviour.fill ?? 'x').repeat(behaviour.bytes))
      break
    case 'slow-drip':
      drip(response, behaviour.everyMs)
      break
    case 'invalid-http':
      response.socket?.end('220 mail.example.com ESMTP ready\r\n\r\n')
      break
    case 'many-headers':
      response.socket?.end(`HTTP/1.1 200 OK\r\n${'x-more: 1\r\n'.repeat(behaviour.count)}\r\n`)
      break
    case 'endless':
      pour(response, behaviour)
  }
}

function answer(
  response: ServerResponse,
  code: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, { 'content-length': String(Buffer.byteLength(body)), ...headers })
  response.end(body)
}

function cut(when: CutMoment, response: ServerResponse): void {
  if (when === 'within-head') {
    response.socket?.write('HTTP/1.1 200 OK\r\nContent-Le', () => response.socket?.destroy())
    return
  }
  if (when !== 'within-body') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(200, { 'content-length': '100' })
  response.write('Succ', () => response.socket?.destroy())
}

function pour(
  response: ServerResponse,
  { bytes, written }: { bytes: number; written: { bytes: number } },
): void {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  response.writeHead(200, { 'content-length': String(bytes) })
  const more = (): void => {
    while (written.bytes < bytes && !response.destroyed) {
      written.bytes += chunk.length
      if (!response.write(chunk)) return
    }
  }
  response.on('drain', more)
  more()
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { 'content-type': 'text/plain' })
  const timer = setInterval(() => response.write('.'), everyMs)
  response.once('close', () => clearInterval(timer))
}
