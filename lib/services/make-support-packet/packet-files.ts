import type { PacketEntry, SupportPacket } from '#lib/domain/support-packet.ts'
import type { AttemptView } from '#lib/domain/transmission.ts'
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

function answerFiles(attempt: AttemptView, name: string): PacketFile[] {
  const { number, responseCode, responseHeaders, responseBody } = attempt
  if (responseCode === null) return []
  const headers = Object.entries(responseHeaders ?? {}).map(([key, value]) => `${key}: ${value}`)
  const text = [`HTTP ${responseCode}`, ...headers, '', responseBody ?? ''].join('\n')
  return [{ name: `answers/${name}-attempt-${number}.txt`, text }]
}

/** References come from outside and must not lead out of the archive's folder. */
function safeName(reference: string): string {
  return reference.replaceAll(/[^\w-]/g, '_').slice(0, 60)
}
