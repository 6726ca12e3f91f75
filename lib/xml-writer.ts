/**
 * A writer of our own instead of fast-xml-parser's builder: a message is a
 * fixed sequence of elements without attributes, and three things must hold
 * that the builder leaves to its caller: text is escaped exactly once, absent
 * values leave no element, and what XML 1.0 forbids cannot get out.
 */
export type XmlNode = { name: string; content: string | readonly XmlNode[] }

/** A document with this root; nothing between the tags, so no reader meets stray white space. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root)}\n`
}

/** An element with children; none when there are no children. */
export function element(name: string, children: readonly XmlNode[]): XmlNode[] {
  return children.length === 0 ? [] : [{ name, content: children }]
}

/** An element with text; none when the text is absent or nothing readable is left of it. */
export function text(name: string, value: string | null): XmlNode[] {
  const content = allowedText(value ?? '')
  return content.trim() === '' ? [] : [{ name, content }]
}

/** The text without the characters that XML 1.0 (section 2.2) forbids: control characters, U+FFFE, U+FFFF, lone surrogates. */
export function allowedText(value: string): string {
  return value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** One element with all that it holds, for documents that are written piece by piece. */
export function writeNode({ name, content }: XmlNode): string {
  const inner = typeof content === 'string' ? escapeText(content) : content.map(writeNode).join('')
  return `<${name}>${inner}</${name}>`
}

/** A bare carriage return would reach the reader as a line feed (XML 1.0, section 2.11), hence its reference. */
function escapeText(value: string): string {
  return value.replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? character)
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
}
