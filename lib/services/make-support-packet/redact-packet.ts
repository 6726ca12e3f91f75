import type { Connection } from '#lib/db/connections.ts'
import { maskCardNumbers, maskEmails } from '#lib/domain/mask-text.ts'
import type { PacketEntry, SupportPacket } from '#lib/domain/support-packet.ts'
import type { AttemptView, CallView } from '#lib/domain/transmission.ts'
import { keyRedactor } from '#lib/ontraport/redact-key.ts'

/** Room for the largest order there is; what is longer is evidence no more. */
const LONGEST_TEXT = 256 * 1024

type Redact = (text: string) => string

/**
 * The packet without any secret of the connection, without card numbers, and
 * without buyers' addresses where that was chosen. Ids and times stay as they are.
 */
export function redactPacket(packet: SupportPacket, connection: Connection): SupportPacket {
  const redact = redactor(packet, connection)
  return {
    ...packet,
    note: redact(packet.note),
    formUrl: redact(packet.formUrl),
    formName: redact(packet.formName),
    contacts: packet.contacts.map((contact) => ({
      ...contact,
      email: redact(contact.email),
      name: redact(contact.name),
    })),
    entries: packet.entries.map((entry) => redactEntry(entry, redact)),
  }
}

function redactor({ areEmailsMasked }: SupportPacket, connection: Connection): Redact {
  const { apiKey, app, simpleKey, webhookPasswords } = connection
  const secrets = [
    apiKey,
    app?.appId ?? null,
    app?.key ?? null,
    simpleKey,
    ...webhookPasswords,
  ].filter((secret) => secret !== null)
  const steps: Redact[] = [...secrets.map(keyRedactor), maskCardNumbers]
  if (areEmailsMasked) steps.push(maskEmails)
  return (text) => steps.reduce((sofar, step) => step(sofar), text)
}

function redactEntry(entry: PacketEntry, redact: Redact): PacketEntry {
  return {
    ...entry,
    email: withText(entry.email, redact),
    reason: withText(entry.reason, redact),
    description: redact(entry.description),
    request: withText(entry.request, (text) => redact(cut(text))),
    attempts: entry.attempts.map((attempt) => redactAttempt(attempt, redact)),
    lines: entry.lines.map((line) => ({ ...line, description: redact(line.description) })),
  }
}

function redactAttempt(attempt: AttemptView, redact: Redact): AttemptView {
  return {
    ...attempt,
    ...redactExchange(attempt, redact),
    url: redact(attempt.url),
    calls: attempt.calls.map((call) => ({
      ...call,
      ...redactExchange(call, redact),
      path: redact(call.path),
    })),
  }
}

type Exchange = Pick<CallView, 'reason' | 'request' | 'responseHeaders' | 'responseBody'>

/** What was sent and what came back. */
function redactExchange(exchange: Exchange, redact: Redact): Exchange {
  const { reason, request, responseHeaders: headers, responseBody } = exchange
  return {
    reason: withText(reason, redact),
    request: withText(request, (text) => redact(cut(text))),
    responseBody: withText(responseBody, (text) => redact(cut(text))),
    responseHeaders:
      headers === null
        ? null
        : Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redact(value)])),
  }
}

function withText(text: string | null, change: Redact): string | null {
  return text === null ? null : change(text)
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT).toWellFormed()}\n[cut off here: the whole has ${text.length} characters]`
}
