import type { Choices } from './choices.ts'
import type { DoorCall } from './door-calls.ts'
import { mutateBytes } from './nonsense.ts'
import type { RawCall } from './raw-call.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const
const ODD_METHODS = ['PROPFIND', 'CONNECT', 'BREW', 'get', 'POST\tX', ''] as const

/** How the request was broken on its way; `as-it-is` for most. */
export type Twist = 'as-it-is' | 'method' | 'chunked' | 'cut' | 'doubled' | 'lengths' | 'garbled'

/** Writes a request as bytes, with one thing in its HTTP made odd in some cases. */
export function toRawCall(call: DoorCall, random: Choices): { raw: RawCall; twist: Twist } {
  const twist = random.chance(0.7)
    ? 'as-it-is'
    : random.pick(['method', 'chunked', 'cut', 'doubled', 'lengths', 'garbled'] as const)
  return { raw: TWISTS[twist](call, random), twist }
}

const TWISTS: Record<Twist, (call: DoorCall, random: Choices) => RawCall> = {
  'as-it-is': (call) => whole([...call.headers, lengthOf(call)], call),
  method: (call, random) => {
    const method = random.pick(random.chance(0.7) ? METHODS : ODD_METHODS)
    return whole([...call.headers, lengthOf(call)], { ...call, method })
  },
  chunked: (call, random) => ({
    pieces: [
      headOf(call, [...call.headers, ['Transfer-Encoding', 'chunked']]),
      ...chunksOf(call.body, random),
    ],
    isCutOff: false,
  }),
  cut: (call, random) => {
    const [bytes] = whole([...call.headers, lengthOf(call)], call).pieces
    return { pieces: bytes === undefined ? [] : cutOff(bytes, random), isCutOff: true }
  },
  doubled: (call, random) => {
    const extra = random.pick<[string, string]>([
      ['Authorization', 'Basic eDp5'],
      ['Content-Length', '3'],
      ['Host', 'evil.example'],
      ['Content-Type', 'text/html'],
      ['Expect', '100-continue'],
      ['Origin', 'https://evil.example'],
      ['X-Long', 'x'.repeat(20_000)],
    ])
    return whole([...call.headers, lengthOf(call), extra, extra], call)
  },
  lengths: (call, random) => {
    const length = random.pick(['-1', '1e3', '99999999999999999999', '0', '5, 5', '0x10', ''])
    const both = random.chance(0.5) ? [['Transfer-Encoding', 'chunked'] as [string, string]] : []
    const { pieces } = whole([...call.headers, ['Content-Length', length], ...both], call)
    return { pieces, isCutOff: true }
  },
  garbled: (call, random) => {
    const head = headOf(call, [...call.headers, lengthOf(call)])
    return { pieces: [mutateBytes(head, random), call.body], isCutOff: true }
  },
}

function whole(headers: [string, string][], call: DoorCall): RawCall {
  return { pieces: [Buffer.concat([headOf(call, headers), call.body])], isCutOff: false }
}

function lengthOf({ body }: DoorCall): [string, string] {
  return ['Content-Length', String(body.byteLength)]
}

function headOf({ method, path }: DoorCall, headers: readonly [string, string][]): Buffer {
  const fields = [['Host', 'relay.example.com'], ['Connection', 'close'], ...headers]
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
}

function chunksOf(body: Buffer, random: Choices): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < body.length && chunks.length < 50; ) {
    const length = chunks.length === 49 ? body.length : 1 + random.below(body.length)
    const part = body.subarray(at, at + length)
    chunks.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
    at += length
  }
  return [...chunks, Buffer.from('0\r\n\r\n')]
}

function cutOff(bytes: Buffer, random: Choices): Buffer[] {
  const end = random.below(bytes.length)
  const middle = random.below(end + 1)
  return [bytes.subarray(0, middle), bytes.subarray(middle, end)]
}
