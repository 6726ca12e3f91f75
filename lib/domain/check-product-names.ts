import { nameSuggester } from './suggest-names.ts'

/** A name that messages may say of items, sold ones first in a list of them. */
export type NameToCheck = {
  name: string
  /** Some of the items that are sent under it. */
  itemIds: string[]
  /** The name that was entered for its only item; `null` when none was, or there are several. */
  mappedName: string | null
  isSold: boolean
}

/** A product of ONTRAPORT's account; more than one id where several share the name. */
export type AccountProduct = { name: string; ids: string[] }

/** A name that the account has no product of, with the one there that is meant, as far as can be told. */
export type MissingName = NameToCheck & {
  /** Differs in capitals, blanks or the like only. */
  sameBut: string | null
  /** The most similar one. */
  near: string | null
}

/** What the products of an account make of the names that messages will say. */
export type NameCheck = {
  /** How many names are there, letter by letter. */
  matchingCount: number
  missingCount: number
  /** The first of them: those that differ by little, then those that were sold. */
  missing: MissingName[]
  /** Names that several products of the account share. */
  shared: AccountProduct[]
}

const MOST_SHOWN = 50

/** Compares names, letter by letter as ONTRAPORT's API is asked for them, with the products of the account. */
export function checkProductNames(
  names: readonly NameToCheck[],
  products: readonly AccountProduct[],
): NameCheck {
  const exact = new Map(products.map((product) => [product.name, product]))
  const alike = new Map(products.map(({ name }) => [plainly(name), name]))
  const absent = names
    .filter(({ name }) => !exact.has(name))
    .map((one) => ({ ...one, sameBut: alike.get(plainly(one.name)) ?? null }))
  const suggest = nameSuggester(products.map(({ name }) => ({ name, usedBy: [] })))
  const missing = absent
    .toSorted((left, right) => rank(left) - rank(right))
    .slice(0, MOST_SHOWN)
    .map((one) => ({
      ...one,
      near: suggest({ itemId: one.name, description: '' })[0]?.name ?? null,
    }))
  const used = new Set(names.map(({ name }) => name))
  return {
    matchingCount: names.length - absent.length,
    missingCount: absent.length,
    missing,
    shared: products.filter(({ name, ids }) => ids.length > 1 && used.has(name)),
  }
}

function rank({ sameBut, isSold }: { sameBut: string | null; isSold: boolean }): number {
  return (sameBut === null ? 2 : 0) + (isSold ? 0 : 1)
}

/** A name without what people overlook: capitals, kinds of blanks and dashes, and HTML's spelling of `&`. */
function plainly(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll('&amp;', '&')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
