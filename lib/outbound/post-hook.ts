import { Agent, type Dispatcher, errors, request } from 'undici'
import { guardedConnector } from './guarded-connector.ts'
import { oneLine, type SentMessage } from './send-mail.ts'

const CONNECT_TIMEOUT_MS = 5_000
const TOTAL_TIMEOUT_MS = 10_000
const MAX_RESPONSE_BYTES = 64 * 1024
const MOST_CONNECTIONS = 4

/** Connections to the addresses that merchants enter: public ones alone, unless the operator allows more. */
function makeHookAgent(): Dispatcher {
  return new Agent({
    connect: guardedConnector({ connectTimeoutMs: CONNECT_TIMEOUT_MS }),
    connections: MOST_CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    maxResponseSize: MAX_RESPONSE_BYTES,
    keepAliveTimeout: 1_000,
  })
}

/**
 * Posts a document to an incoming webhook, Slack's or one like it, and says what
 * it answered; what the network or the receiver does is never thrown. Redirects
 * are not followed, and neither address nor key is in the answer.
 */
export async function postHook(url: string, body: object): Promise<SentMessage> {
  const agent = makeHookAgent()
  try {
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TOTAL_TIMEOUT_MS),
    })
    return judge(statusCode, redact(await readBeginning(answer), url))
  } catch (error) {
    return { isSent: false, isFinal: false, answer: explain(error, new URL(url).host) }
  } finally {
    await agent.destroy()
  }
}

/** Its beginning; an answer that is cut off or too long has said what counts with its status. */
async function readBeginning(answer: Dispatcher.ResponseData['body']): Promise<string> {
  try {
    return oneLine(await answer.text()).slice(0, 200)
  } catch {
    return ''
  }
}

function judge(status: number, text: string): SentMessage {
  const said = text === '' ? `HTTP ${status}` : `HTTP ${status}, ${text}`
  if (status >= 200 && status < 300)
    return { isSent: true, isFinal: true, answer: `The webhook took it: ${said}` }
  const isPassing = status >= 500 || status === 408 || status === 429
  const why = status >= 300 && status < 400 ? ' (redirects are not followed)' : ''
  return { isSent: false, isFinal: !isPassing, answer: `The webhook refused it: ${said}${why}` }
}

function redact(text: string, url: string): string {
  const { pathname, search } = new URL(url)
  return [url, `${pathname}${search}`, ...pathname.split('/')]
    .filter((secret) => secret.length >= 8)
    .reduce((rest, secret) => rest.replaceAll(secret, '••••'), text)
}

function explain(error: unknown, host: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_ADDRESS_REFUSED')
    return `${host} leads to an address that is not public, so no connection was made.`
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `${host} did not answer in time.`
  if (error instanceof errors.ConnectTimeoutError)
    return `${host} did not take the connection in time.`
  if (/^(ENOTFOUND|EAI_)/.test(code)) return `The name ${host} could not be found.`
  return `No connection to ${host} could be made${code === '' ? '' : ` (${code})`}.`
}
