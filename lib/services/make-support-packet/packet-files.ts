import type { PacketEntry, SupportPacket } from '#lib/domain/support-packet.ts'
import type { AttemptView, CallView } from '#lib/domain/transmission.ts'
import { LOG_ENCODINGS } from '#lib/encode-log.ts'
import { packetPage } from './packet-page.ts'

export type PacketFile = { name: string; text: string }

/** The files of the archive: the page to read first, then the same for machines. */
export function packetFiles(packet: SupportPacket): PacketFile[] {
  return [
    { name: 'index.html', text: packetPage(packet) },
    { name: 'packet.json', text: `${JSON.stringify(packet, null, 2)}\n` },
    ...(['csv', 'xml'] as const).map((format) => logFile(packet, format)),
    ...packet.entries.flatMap((entry, index) => entryFiles(entry, index + 1)),
  ]
}

function logFile({ entries }: SupportPacket, format: 'csv' | 'xml'): PacketFile {
  const { head, encodePage, tail } = LOG_ENCODINGS[format]
  return { name: `transmissions.${format}`, text: head + encodePage(entries) + tail }
}

function entryFiles(entry: PacketEntry, place: number): PacketFile[] {
  const name = `${String(place).padStart(2, '0')}-${entry.type}-${safeName(entry.reference)}`
  const { request, attempts } = entry
  const ending = request?.startsWith('<') ? 'xml' : 'txt'
  return [
    ...(request === null ? [] : [{ name: `messages/${name}.${ending}`, text: request }]),
    ...attempts.flatMap((attempt) => answerFiles(attempt, name)),
  ]
}

/** The answer of an attempt, or each of its calls with its answer. */
function answerFiles(attempt: AttemptView, name: string): PacketFile[] {
  const place = `answers/${name}-attempt-${attempt.number}`
  if (attempt.calls.length > 0)
    return attempt.calls.map((call, index) => ({
      name: `${place}-call-${index + 1}.txt`,
      text: [`${call.method} ${call.path}`, '', call.request ?? '', '', answerText(call)].join(
        '\n',
      ),
    }))
  if (attempt.responseCode === null) return []
  return [{ name: `${place}.txt`, text: answerText(attempt) }]
}

type Answered = Pick<CallView, 'responseCode' | 'responseHeaders' | 'responseBody' | 'reason'>

function answerText({ responseCode, responseHeaders, responseBody, reason }: Answered): string {
  if (responseCode === null) return reason ?? 'No answer.'
  const headers = Object.entries(responseHeaders ?? {}).map(([key, value]) => `${key}: ${value}`)
  return [`HTTP ${responseCode}`, ...headers, '', responseBody ?? ''].join('\n')
}

/** References come from outside and must not lead out of the archive's folder. */
function safeName(reference: string): string {
  return reference.replaceAll(/[^\w-]/g, '_').slice(0, 60)
}
