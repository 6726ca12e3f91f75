const MASK = '••••'
const SHORTEST_REMAINDER = 4

/** Makes a function that hides every occurrence of the key in a text, in each spelling that a server may echo. */
export function keyRedactor(apiKey: string): (text: string) => string {
  const spellings = spellingsOf(apiKey)
  if (spellings.length === 0) return (text) => text
  const anySpelling = new RegExp(spellings.map(escapePattern).join('|'), 'gi')
  return (text) => text.replace(anySpelling, MASK)
}

/** Hides the beginning of a key at the very end of a text that was cut off. */
export function redactCutKey(text: string, apiKey: string): string {
  for (const spelling of spellingsOf(apiKey))
    for (let length = spelling.length - 1; length >= SHORTEST_REMAINDER; length -= 1)
      if (text.endsWith(spelling.slice(0, length))) return `${text.slice(0, -length)}${MASK}`
  return text
}

/** Longest first, so that a spelling is not hidden only in part. */
function spellingsOf(apiKey: string): string[] {
  if (apiKey === '') return []
  const key = apiKey.toWellFormed()
  const spellings = [
    apiKey,
    encodeURIComponent(key),
    new URLSearchParams({ key }).toString().slice('key='.length),
    JSON.stringify(key).slice(1, -1),
    escapeMarkup(key),
  ]
  return [...new Set(spellings)].sort((a, b) => b.length - a.length)
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
