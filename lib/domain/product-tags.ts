/** The tags that a buyer of an item gets and loses. */
export type ProductTags = { itemId: string; add: string[]; remove: string[] }

const LONGEST_TAG = 100
const MOST_ITEMS = 500

/**
 * Reads the tags of items, each item on a line of its own or after a semicolon,
 * such as `TEA-1: Tea buyer, -Lead`: a tag behind a minus is taken away. A
 * sentence comes back for a line that cannot be read.
 */
export function readProductTags(text: string): ProductTags[] | string {
  const lines = text.split(/[\n;]/).map((line) => line.trim())
  const read: ProductTags[] = []
  for (const line of lines) {
    if (line === '' || line === 'none') continue
    const tags = readLine(line)
    if (tags === null)
      return `“${line.slice(0, LONGEST_TAG)}” is no item id with tags, such as TEA-1: Tea buyer, -Lead.`
    read.push(tags)
  }
  return read.length <= MOST_ITEMS ? read : `There is room for ${MOST_ITEMS} items.`
}

/** The same as text, a line for each item. */
export function writeProductTags(tags: readonly ProductTags[]): string {
  return tags
    .map(({ itemId, add, remove }) => {
      const all = [...add, ...remove.map((tag) => `-${tag}`)]
      return `${itemId}: ${all.join(', ')}`
    })
    .join('\n')
}

function readLine(line: string): ProductTags | null {
  const colon = line.indexOf(':')
  const itemId = line.slice(0, Math.max(0, colon)).trim()
  const tags = unique(line.slice(colon + 1).split(','))
  const isReadable = tags.every((tag) => tag !== '-' && tag.length <= LONGEST_TAG)
  if (itemId === '' || tags.length === 0 || !isReadable) return null
  return {
    itemId,
    add: tags.filter((tag) => !tag.startsWith('-')),
    remove: unique(tags.filter((tag) => tag.startsWith('-')).map((tag) => tag.slice(1))),
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
}
