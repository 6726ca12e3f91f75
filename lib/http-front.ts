import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { followConnections } from './close-server.ts'
import {
  callerAddress,
  distrustCaller,
  findCanonicalUrl,
  setSecurityHeaders,
} from './front-headers.ts'
import {
  findRefusal,
  isDecodable,
  isHostMissing,
  KNOWN_METHODS,
  readTarget,
} from './front-refusals.ts'
import { MAX_DELIVERY_BYTES, MAX_FORM_BYTES, toResponse } from './http.ts'
import {
  BrokenOffError,
  capBody,
  declaredBytes,
  drainBody,
  readIncomingBody,
  tooLarge,
} from './incoming-body.ts'
import { refuseGarbage } from './refuse-garbage.ts'
import { matchRoute, type Route, type RouteMatch } from './route-table.ts'

export type HttpFrontOptions = {
  /** Answered here, without the cost of the web app's own routing. */
  routes: readonly Route[]
  /** Answers everything else. */
  fallback(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The address that people use; it, and not the caller's Host header, is what the fallback sees. */
  publicUrl: string
}

export type HttpFront = {
  server: Server
  /** Accepts nothing more and resolves when all answers are out; those still open when `cut` aborts are cut off. */
  close(cut: AbortSignal): Promise<void>
}

// Longer than the 60 s after which the usual load balancers give up an idle connection.
const KEEP_ALIVE_MS = 65_000
const REQUEST_MS = 60_000

/** The HTTP server in front of the web app: a few lean routes, everything else handed on. */
export function createHttpFront({ routes, fallback, publicUrl }: HttpFrontOptions): HttpFront {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    // Checked here, so that this refusal has its headers, too.
    requireHostHeader: false,
  })
  const close = followConnections(server)
  refuseGarbage(server)
  const answer = answerWith(routes, fallback, new URL(publicUrl))
  server.on('request', (request, response) => void answer(request, response))
  server.on('checkExpectation', (request, response) => void answer(request, response))
  // A caller who asks before sending too much is refused before sending it.
  server.on('checkContinue', (request, response) => {
    if (declaredBytes(request) <= MAX_DELIVERY_BYTES) response.writeContinue()
    void answer(request, response)
  })
  return { server, close }
}

function answerWith(
  routes: readonly Route[],
  fallback: HttpFrontOptions['fallback'],
  publicUrl: URL,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    setSecurityHeaders(response, publicUrl)
    const target = readTarget(request.url)
    if (target === null || isHostMissing(request))
      return write(request, response, new Response(null, { status: 400 }))
    request.url = target
    const [pathname = '/'] = target.split('?', 1)
    const match = matchRoute(routes, request.method ?? 'GET', pathname)
    if (match !== null) return write(request, response, await answerRoute(request, match))
    if (!isDecodable(pathname)) return write(request, response, new Response(null, { status: 400 }))
    const canonical = findCanonicalUrl(request, publicUrl)
    if (canonical !== null) return redirect(response, canonical)
    if (!KNOWN_METHODS.includes(request.method ?? ''))
      return write(request, response, wrongMethod(KNOWN_METHODS.join(', ')))
    const refusal = findRefusal(request, publicUrl)
    if (refusal !== null) return write(request, response, toResponse(refusal))
    distrustCaller(request, publicUrl)
    await handOn(fallback, request, response)
  }
}

async function handOn(
  fallback: HttpFrontOptions['fallback'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  capBody(request, MAX_FORM_BYTES, async (isSent) => {
    // The web app may still try to answer what it has seen of the request.
    response.on('error', () => undefined).once('finish', () => request.destroy())
    await write(request, response, toResponse(tooLarge(MAX_FORM_BYTES)), isSent)
  })
  await fallback(request, response).catch((error: unknown) =>
    write(request, response, toResponse(error)),
  )
}

async function answerRoute(request: IncomingMessage, match: RouteMatch): Promise<Response | null> {
  if (match.kind === 'wrong-method') return wrongMethod(match.allowed)
  const { answer, challenge } = match.route
  try {
    return await answer({
      method: request.method ?? 'GET',
      params: match.params,
      query: new URLSearchParams(request.url?.split('?').slice(1).join('?')),
      address: callerAddress(request),
      header: (name) => firstValue(request.headers[name]),
      body: await readIncomingBody(request, MAX_DELIVERY_BYTES),
    })
  } catch (error) {
    return error instanceof BrokenOffError ? null : toResponse(error, challenge)
  }
}

function wrongMethod(allowed: string): Response {
  return new Response(null, { status: 405, headers: { allow: allowed } })
}

function firstValue(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}

async function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response | null,
  isSent?: Promise<void>,
): Promise<void> {
  if (answer === null || response.headersSent) {
    response.destroy()
    return
  }
  const body = Buffer.from(await answer.arrayBuffer())
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('Content-Length', body.byteLength)
  if (request.complete) {
    response.end(body)
    return
  }
  // The answer goes out at once, and the connection ends when the rest of the body has run out.
  response.setHeader('Connection', 'close')
  response.write(body)
  await drainBody(request, isSent)
  response.end()
}

function redirect(response: ServerResponse, url: string): void {
  response.writeHead(307, { location: url }).end()
}
