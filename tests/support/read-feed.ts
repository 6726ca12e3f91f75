import { XMLParser } from 'fast-xml-parser'

/** The entries of an item feed as its reader sees them; an empty list for an empty text. */
export function readFeed(xml: string): Record<string, string>[] {
  const parser = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => name === 'item',
  })
  return parser.parse(xml).items?.item ?? []
}
