import type { PixelEmailName } from './relay-rules.ts'

/** How a pasted pixel of the merchant's own spells its email parameter; `null` when it has none. */
export function findEmailName(pasted: string): PixelEmailName | null {
  const [, name] = /[?&;](e-?mail)=/i.exec(pasted) ?? []
  if (name === undefined) return null
  return name.includes('-') ? 'E-Mail' : 'email'
}
