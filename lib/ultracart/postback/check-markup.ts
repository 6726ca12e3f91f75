import { AppError } from '#lib/errors.ts'
import { malformed } from '../malformed.ts'

/** UltraCart's export nests six levels deep. */
export const MAX_DEPTH = 64

/** What fits into a body that is not compressed; a postback holds one order of some kilobytes. */
const MAX_CHARACTERS = 6 * 1024 * 1024

/** A thousand orders of many items have about 300,000. */
const MAX_ELEMENTS = 500_000

/** Keeps a parser that gathers text letter by letter from holding megabytes of letters. */
const MAX_RUN_CHARACTERS = 1_048_576

/**
 * Walks once through the markup of an XML document before anything is parsed.
 * Throws `AppError('malformed')` for every declaration (DOCTYPE, ENTITY and
 * their like, which is where documents grow or reach for files), and for one
 * that nests too deep or has too many elements to be an export; `too-large`
 * beyond 6 MB.
 */
export function checkMarkup(xml: string): void {
  if (xml.length > MAX_CHARACTERS)
    throw new AppError('too-large', 'The body is XML of more than 6 MB')
  let depth = 0
  let count = 0
  let at = xml.indexOf('<')
  while (at >= 0) {
    const kind = kindOf(xml, at)
    if (kind === 'declaration')
      throw malformed('The body', 'holds a DOCTYPE or another declaration, which is not allowed')
    const end = endOf(xml, at, kind)
    if (kind === 'close') depth--
    if (kind === 'open' && xml.charAt(end - 1) !== '/') depth++
    if (kind === 'open') count++
    if (depth > MAX_DEPTH) throw malformed('The body', `nests deeper than ${MAX_DEPTH} levels`)
    if (count > MAX_ELEMENTS)
      throw malformed('The body', `holds more than ${MAX_ELEMENTS} elements`)
    const next = xml.indexOf('<', end)
    checkRun(kind === 'comment' ? end : at, end)
    checkRun(end, next < 0 ? xml.length : next)
    at = next
  }
}

type Kind = 'comment' | 'cdata' | 'declaration' | 'instruction' | 'close' | 'open'

function kindOf(xml: string, at: number): Kind {
  if (xml.startsWith('<!--', at)) return 'comment'
  if (xml.startsWith('<![CDATA[', at)) return 'cdata'
  if (xml.startsWith('<!', at)) return 'declaration'
  if (xml.startsWith('<?', at)) return 'instruction'
  return xml.startsWith('</', at) ? 'close' : 'open'
}

/** The place of the `>` that ends the markup, or the end of the document, which the parser then complains of. */
function endOf(xml: string, at: number, kind: Kind): number {
  if (kind === 'open') return endOfTag(xml, at)
  const terminator = TERMINATORS[kind]
  const found = xml.indexOf(terminator, at + (kind === 'comment' ? 4 : 0))
  return found < 0 ? xml.length : found + terminator.length - 1
}

const TERMINATORS: Record<Exclude<Kind, 'open'>, string> = {
  comment: '-->',
  cdata: ']]>',
  declaration: '>',
  instruction: '?>',
  close: '>',
}

/** A quoted attribute may hold a `>`. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const character = xml.charAt(at)
    if (character === '>') return at
    if (character !== '"' && character !== "'") continue
    const closing = xml.indexOf(character, at + 1)
    if (closing < 0) return xml.length
    at = closing
  }
  return xml.length
}

function checkRun(from: number, to: number): void {
  if (to - from > MAX_RUN_CHARACTERS)
    throw malformed('The body', 'holds a text or a tag of more than a million characters')
}
