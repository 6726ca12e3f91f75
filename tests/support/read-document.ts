import { XMLParser } from 'fast-xml-parser'
import { toMinorUnits } from '#lib/domain/money.ts'
import { allowedText } from '#lib/xml-writer.ts'

/** An element of a document as its reader sees it; what may repeat is a list. */
export type ReadElement = { [name: string]: string | ReadElement | ReadElement[] }

const REPEATED = new Set(['item', 'coupon', 'option', 'auto_order_item'])

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => REPEATED.has(name),
})

/** What stands in a document, read by a parser that is not the writer. */
export function readDocument(xml: string): ReadElement {
  return parser.parse(xml)
}

export function childOf(element: ReadElement, name: string): ReadElement {
  const child = element[name]
  return typeof child === 'object' && !Array.isArray(child) ? child : {}
}

export function childrenOf(element: ReadElement, name: string): ReadElement[] {
  const children = element[name]
  return Array.isArray(children) ? children : []
}

/** The texts of these elements, with nothing for those that are not there. */
export function textsOf(
  element: ReadElement,
  names: readonly string[],
): Record<string, string | undefined> {
  return Object.fromEntries(
    names.map((name) => {
      const value = element[name]
      return [name, typeof value === 'string' ? value : undefined]
    }),
  )
}

/** The same as whole minor units. */
export function amountsOf(
  element: ReadElement,
  names: readonly string[],
  currency: string,
): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(textsOf(element, names)).map(([name, value]) => [
      name,
      value === undefined ? null : toMinorUnits(value, currency),
    ]),
  )
}

/** What must come back of a text: all but what XML cannot hold, and nothing of a blank one. */
export function told(value: string | null | undefined): string | undefined {
  const allowed = allowedText(value ?? '')
  return allowed.trim() === '' ? undefined : allowed
}
