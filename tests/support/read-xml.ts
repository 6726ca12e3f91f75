import { XMLParser } from 'fast-xml-parser'

/** The text between an element's tags as it stands in the document; `null` when there is no such element. */
export function rawText(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null
}

/** The same as a reader of the document sees it. */
export function readText(xml: string, name: string): string | null {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true })
  const find = (node: unknown): string | null => {
    if (typeof node !== 'object' || node === null) return null
    for (const [key, value] of Object.entries(node)) {
      if (key === name) return String(value)
      const found = find(value)
      if (found !== null) return found
    }
    return null
  }
  return find(parser.parse(xml))
}
