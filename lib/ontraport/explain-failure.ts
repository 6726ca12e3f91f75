import type { CallFailure } from './answer-reader.ts'

type Circumstances = { host: string; totalTimeoutMs: number }

/** Why nothing could be handed over, for the merchant's support person; neither key nor address parameters are in it. */
export function explainNoConnection(failure: CallFailure, circumstances: Circumstances): string {
  const { host } = circumstances
  switch (failure.kind) {
    case 'deadline':
      return `No connection to ${host} within ${seconds(circumstances)}.`
    case 'network':
      return explainConnectError(codeOf(failure.error), host)
    case 'stopped':
    case 'body-too-long':
      return 'The call was stopped on our side before anything was sent.'
  }
}

/** Why it is not known whether ONTRAPORT took the message. */
export function explainLostAnswer(failure: CallFailure, circumstances: Circumstances): string {
  switch (failure.kind) {
    case 'deadline':
      return `The message was sent, but no answer came within ${seconds(circumstances)}.`
    case 'network':
      return explainReadError(failure.error)
    case 'stopped':
    case 'body-too-long':
      return 'The message was sent, but the call was stopped on our side before the answer came.'
  }
}

function explainConnectError(code: string, host: string): string {
  if (/^(ENOTFOUND|EAI_)/.test(code))
    return `The name ${host} could not be found in the DNS (${code}).`
  if (code === 'ERR_ADDRESS_REFUSED')
    return `${host} leads to an address that is not public, so no connection was made.`
  if (code === 'ECONNREFUSED') return `${host} refused the connection.`
  if (/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/.test(code))
    return `${host} did not take the connection in time.`
  if (/^(EHOSTUNREACH|ENETUNREACH)$/.test(code)) return `There is no network path to ${host}.`
  if (/TLS|SSL|CERT|SIGNATURE|ISSUER|CRL|EPROTO/.test(code))
    return `No secure connection (TLS) to ${host} could be made (${code}).`
  return `No connection to ${host} could be made${code === '' ? '' : ` (${code})`}.`
}

function explainReadError(error: Error): string {
  const code = codeOf(error)
  if (error.name === 'HTTPParserError') return 'The message was sent, but the answer is not HTTP.'
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return 'The message was sent, but the head of the answer is too long to be read.'
  return `The connection was cut after the message was sent, before an answer came${code === '' ? '' : ` (${code})`}.`
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function seconds({ totalTimeoutMs }: Circumstances): string {
  return `${totalTimeoutMs / 1000} seconds`
}
