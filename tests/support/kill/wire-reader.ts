/** What a client of PostgreSQL asks for or is told, in the words of its protocol. */
export type WireMessage =
  | { kind: 'startup'; application: string }
  /** The text of a statement that is about to run. */
  | { kind: 'statement'; text: string }
  /** `COMMIT`, `INSERT 0 2` and so on: a statement has run. */
  | { kind: 'completed'; tag: string }

const STARTUP_HEADER_BYTES = 8

/** Reads what a client sends; the messages of a chunk come once their last byte is there. */
export function readFrontend(): (chunk: Buffer) => WireMessage[] {
  const prepared = new Map<string, string>()
  const frames = splitFrames()
  let rest: Buffer | null = Buffer.alloc(0)
  return (chunk) => {
    if (rest === null) return frames(chunk).flatMap((frame) => toStatement(frame, prepared))
    rest = Buffer.concat([rest, chunk])
    if (rest.length < STARTUP_HEADER_BYTES || rest.length < rest.readInt32BE(0)) return []
    const length = rest.readInt32BE(0)
    const application = startupParameter(rest.subarray(STARTUP_HEADER_BYTES, length))
    const later = frames(rest.subarray(length))
    rest = null
    return [
      { kind: 'startup', application },
      ...later.flatMap((frame) => toStatement(frame, prepared)),
    ]
  }
}

/** Reads what the server sends. */
export function readBackend(): (chunk: Buffer) => WireMessage[] {
  const frames = splitFrames()
  return (chunk) =>
    frames(chunk).flatMap(({ type, body }): WireMessage[] =>
      type === 'C' ? [{ kind: 'completed', tag: textAt(body, 0).text }] : [],
    )
}

type Frame = { type: string; body: Buffer }

/** One byte for the type, four for the length, which counts itself. */
function splitFrames(): (chunk: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const frames: Frame[] = []
    while (rest.length >= 5 && rest.length >= 1 + rest.readInt32BE(1)) {
      const end = 1 + rest.readInt32BE(1)
      frames.push({ type: String.fromCharCode(rest[0] ?? 0), body: rest.subarray(5, end) })
      rest = rest.subarray(end)
    }
    return frames
  }
}

/** A simple query, a statement that is parsed, or one parsed before that is bound again. */
function toStatement({ type, body }: Frame, prepared: Map<string, string>): WireMessage[] {
  if (type === 'Q') return [{ kind: 'statement', text: textAt(body, 0).text }]
  if (type === 'P') {
    const { text: name, end } = textAt(body, 0)
    const { text } = textAt(body, end)
    if (name === '') return [{ kind: 'statement', text }]
    prepared.set(name, text)
    return []
  }
  if (type !== 'B') return []
  const { text: name } = textAt(body, textAt(body, 0).end)
  const text = prepared.get(name)
  return text === undefined ? [] : [{ kind: 'statement', text }]
}

function textAt(bytes: Buffer, start: number): { text: string; end: number } {
  const end = bytes.indexOf(0, start)
  return { text: bytes.toString('utf8', start, end), end: end + 1 }
}

function startupParameter(body: Buffer): string {
  const words = body.toString('utf8').split('\0')
  return words[words.indexOf('application_name') + 1] ?? ''
}
