import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { isObject } from '../fields.ts'
import { malformed, shorten } from '../malformed.ts'
import { checkMarkup, MAX_DEPTH } from './check-markup.ts'

/** An element with its own text (references resolved, CDATA as it stands) and its direct children in order. */
export type XmlElement = { name: string; text: string; children: XmlElement[] }

/**
 * Reads an XML document into its root element; attributes and comments are
 * left out. Throws `AppError('malformed')` with line and column for what is
 * not well-formed, and for declarations and excess, see `checkMarkup`.
 */
export function readXml(xml: string): XmlElement {
  checkMarkup(xml)
  checkWellFormed(xml)
  const document = parse(xml)
  const [root, ...others] = toElements(document)
  // The validator overlooks what follows a root without an inside.
  if (root === undefined || others.length > 0 || !xml.trimEnd().endsWith('>'))
    throw notWellFormed('there must be one root element and nothing beside it')
  return root
}

/** The direct children of that name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of that name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/**
 * The texts of the direct children by name; of several with one name, the
 * first that has text. Deeper ones do not count: an export repeats `email`,
 * `merchant_id` and `order_id` inside of its items.
 */
export function textsOf({ children }: XmlElement): Record<string, string> {
  const texts = new Map<string, string>()
  for (const { name, text } of children) {
    if ((texts.get(name) ?? '').trim() === '') texts.set(name, text)
  }
  return Object.fromEntries(texts)
}

function checkWellFormed(xml: string): void {
  const verdict = XMLValidator.validate(xml)
  if (verdict === true) return
  const { line, col, msg } = verdict.err
  throw notWellFormed(`line ${line}, column ${col}: ${msg}`)
}

function parse(xml: string): unknown {
  try {
    return parser.parse(xml)
  } catch (cause) {
    // The validator leaves a few faults, such as an open comment, to the parser.
    throw notWellFormed(cause instanceof Error ? cause.message : 'it cannot be parsed', cause)
  }
}

function notWellFormed(fault: string, cause?: unknown) {
  return malformed('The body', `is not well-formed XML: ${shorten(fault)}`, cause)
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi

/** Resolves XML's five names and numbers, once: `&amp;lt;` becomes `&lt;`. Names that XML does not define stay. */
function resolveReferences(text: string): string {
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return PREDEFINED.get(name) ?? reference
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
  })
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const ignore = (): void => undefined

/** Nothing is guessed: no numbers, no trimming, no entities of the document's own. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: MAX_DEPTH,
  jPath: false,
  entityDecoder: {
    decode: resolveReferences,
    setExternalEntities: ignore,
    addInputEntities: ignore,
    reset: ignore,
    setXmlVersion: ignore,
  },
})

/** The parser gives every node as an object of one key: its name, with a list of nodes, or `#text`. */
function toElements(nodes: unknown): XmlElement[] {
  return listOf(nodes).flatMap((node) => {
    const entry = Object.entries(node).find(([key]) => key !== ':@' && key !== '#text')
    if (entry === undefined) return []
    const [name, inner] = entry
    return [{ name, text: textIn(inner), children: toElements(inner) }]
  })
}

function textIn(nodes: unknown): string {
  return listOf(nodes)
    .map((node) => node['#text'])
    .filter((text) => typeof text === 'string')
    .join('')
}

function listOf(nodes: unknown): Record<string, unknown>[] {
  return Array.isArray(nodes) ? nodes.filter(isObject) : []
}
