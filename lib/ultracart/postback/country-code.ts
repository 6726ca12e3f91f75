/** ISO 3166's two letters for a country's English name, as the XML Postback spells it, or for the letters themselves; any other text stays as it is. */
export function countryCode(name: string): string {
  return CODES.get(toKey(name)) ?? name
}

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const CODES: ReadonlyMap<string, string> = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`)).flatMap(
    (code): [string, string][] => {
      const name = NAMES.of(code)
      if (name === undefined) return []
      return [name, code].map((spelling) => [toKey(spelling), currentCode(code)])
    },
  ),
)

/** Withdrawn codes have their successor's name: `UK` is `GB`, `DD` is `DE`. */
function currentCode(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code
}

/** Compares without case, accents and the shape of apostrophes. */
function toKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(' & ', ' and ')
    .trim()
    .toLowerCase()
}
