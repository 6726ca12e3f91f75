// A backup is one gzip stream of frames: a letter, the length of what follows
// (four bytes, the highest first), and that many bytes. `J` is JSON, `D` is a
// piece of a table in PostgreSQL's COPY text form. The first frame is the
// header; each table is a `J` that names it and its columns, its pieces, and a
// `J` with what they add up to; the last frame says how many tables there were.
// Whatever lacks that last frame was cut off.

import { z } from 'zod'

export const FORMAT_VERSION = 1

const headerSchema = z.object({
  format: z.literal('relay-backup'),
  version: z.number(),
  /** The moment of which the backup tells, ISO 8601. */
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** The first days of the months that have partitions. */
  months: z.array(z.iso.date()),
  /** The keys that the stored secrets are sealed with. */
  keyIds: z.array(z.string()),
  /** The secrets themselves, under a passphrase. */
  lockedSecrets: z.string().nullable(),
})

const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) })
const sumSchema = z.object({ rows: z.number(), sha256: z.string() })
const endSchema = z.object({ tableCount: z.number() })

export type BackupHeader = z.infer<typeof headerSchema>
export type BackupTable = z.infer<typeof tableSchema>
/** What the pieces of a table add up to. */
export type TableSum = z.infer<typeof sumSchema>
export type BackupEnd = z.infer<typeof endSchema>

export type Frame = { kind: 'json'; value: unknown } | { kind: 'piece'; bytes: Buffer }

export function readHeader(value: unknown): BackupHeader | null {
  return headerSchema.safeParse(value).data ?? null
}

export function readTable(value: unknown): BackupTable | null {
  return tableSchema.safeParse(value).data ?? null
}

export function readSum(value: unknown): TableSum | null {
  return sumSchema.safeParse(value).data ?? null
}

export function readEnd(value: unknown): BackupEnd | null {
  return endSchema.safeParse(value).data ?? null
}

const FRAME_HEAD_BYTES = 5
/** Far above what PostgreSQL hands out at once; a length beyond it is damage. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024

export function encodeFrame(frame: Frame): Buffer {
  const bytes = frame.kind === 'json' ? Buffer.from(JSON.stringify(frame.value)) : frame.bytes
  const head = Buffer.alloc(FRAME_HEAD_BYTES)
  head.write(frame.kind === 'json' ? 'J' : 'D')
  head.writeUInt32BE(bytes.byteLength, 1)
  return Buffer.concat([head, bytes])
}

/** Cuts a stream into its frames; throws a `RangeError` for one that no `encodeFrame` made, or that ends within a frame. */
export async function* decodeFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let end = frameEnd(rest); end !== null && end <= rest.byteLength; end = frameEnd(rest)) {
      yield decodeFrame(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  }
  if (rest.byteLength > 0) throw new RangeError('The stream ends within a frame.')
}

function frameEnd(bytes: Buffer): number | null {
  if (bytes.byteLength < FRAME_HEAD_BYTES) return null
  const length = bytes.readUInt32BE(1)
  if (length > MAX_FRAME_BYTES) throw new RangeError('A frame has an impossible length.')
  return FRAME_HEAD_BYTES + length
}

function decodeFrame(frame: Buffer): Frame {
  const bytes = frame.subarray(FRAME_HEAD_BYTES)
  switch (frame.toString('latin1', 0, 1)) {
    case 'J':
      return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) }
    case 'D':
      return { kind: 'piece', bytes }
    default:
      throw new RangeError('A frame is of no known kind.')
  }
}
