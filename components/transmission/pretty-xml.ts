const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]+>|[^<]+/g
const INDENT = '  '

/**
 * The same document with one element a line, for reading. `null` for a text that
 * is no XML, which is better shown as it is.
 */
export function prettyXml(xml: string): string | null {
  const tokens = xml.match(TOKEN) ?? []
  if (!xml.trimStart().startsWith('<') || tokens.join('').length !== xml.length) return null
  const lines: string[] = []
  let depth = 0
  let isOpenAlone = false
  for (const token of tokens) {
    const kind = kindOf(token)
    if (kind === 'space') continue
    if (kind === 'close') depth -= 1
    if (depth < 0) return null
    const isInline = kind === 'text' || (kind === 'close' && isOpenAlone)
    if (isInline && lines.length > 0) lines.push((lines.pop() ?? '') + token)
    else lines.push(INDENT.repeat(depth) + token)
    isOpenAlone = kind === 'open' || (kind === 'text' && isOpenAlone)
    if (kind === 'open') depth += 1
  }
  return depth === 0 ? lines.join('\n') : null
}

type TokenKind = 'open' | 'close' | 'single' | 'text' | 'space'

function kindOf(token: string): TokenKind {
  if (token.startsWith('</')) return 'close'
  if (token.startsWith('<![CDATA[')) return 'text'
  if (token.startsWith('<?') || token.startsWith('<!') || token.endsWith('/>')) return 'single'
  if (token.startsWith('<')) return 'open'
  return token.trim() === '' ? 'space' : 'text'
}
