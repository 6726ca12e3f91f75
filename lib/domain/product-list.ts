import { type ListCounts, type ListVerdict, SHOWN_ROWS } from './list-verdict.ts'
import { resolveProductName } from './product-name.ts'

/** A row of an uploaded list, as far as it could be read. */
export type ListedProduct = {
  /** The number that a spreadsheet shows beside it. */
  row: number
  itemId: string
  /** `null` where the list has no such column. */
  productName: string | null
  details: ListedDetails
  /** What is wrong with it; such a row changes nothing. */
  faults: string[]
}

/** What a list may say of an item itself; `null` where it says nothing. */
export type ListedDetails = {
  description: string | null
  oapProductId: string | null
  priceCents: number | null
  currency: string | null
}

/** What is known of an item before the list is taken in. */
export type KnownProduct = {
  itemId: string
  mappedName: string | null
  /** `null` for an item that nothing has told of. */
  item: (StoredDetails & { isToldByStore: boolean }) | null
}

type StoredDetails = {
  description: string
  oapProductId: string
  priceCents: number | null
  currency: string
}

/** What a row would do. */
export type PlannedProduct = {
  row: number
  itemId: string
  verdict: ListVerdict
  /** The effect, or the faults, in words. */
  note: string
  /** The entered name: to be set, taken away (`null`), or left (`undefined`). */
  mappedName: string | null | undefined
  /** To be kept of the item itself; `null` when nothing of it changes. */
  details: ListedDetails | null
}

export type ProductListPlan = {
  counts: ListCounts
  /** The first rows of each verdict, faulty ones first. */
  rows: Pick<PlannedProduct, 'row' | 'itemId' | 'verdict' | 'note'>[]
}

/**
 * What a row changes. A name that is sent already needs no entry; an empty
 * one takes the entry away. Of the item itself only what the store has not
 * told is taken from a list.
 */
export function planProduct(
  listed: ListedProduct,
  known: KnownProduct | undefined,
): PlannedProduct {
  const { row, itemId, faults } = listed
  if (faults.length > 0)
    return {
      row,
      itemId,
      verdict: 'faulty',
      note: faults.join('; '),
      mappedName: undefined,
      details: null,
    }
  const mappedName = planName(listed, known)
  const details = planDetails(listed, known)
  const isNew = known === undefined || (known.item === null && known.mappedName === null)
  const isChange = mappedName !== undefined || details !== null
  return {
    row,
    itemId,
    verdict: isNew ? 'new' : isChange ? 'changed' : 'unchanged',
    note: describe(mappedName, details, isNew),
    mappedName,
    details: isNew ? listed.details : details,
  }
}

function planName(
  { itemId, productName }: ListedProduct,
  known: KnownProduct | undefined,
): PlannedProduct['mappedName'] {
  if (productName === null) return undefined
  const mappedName = known?.mappedName ?? null
  if (productName === '') return mappedName === null ? undefined : null
  const sources = { mappedName, oapProductId: known?.item?.oapProductId ?? '' }
  return resolveProductName(itemId, sources).name === productName ? undefined : productName
}

function planDetails(
  { details }: ListedProduct,
  known: KnownProduct | undefined,
): ListedDetails | null {
  const item = known?.item ?? null
  if (item?.isToldByStore) return null
  const isSaid = Object.values(details).some((value) => value !== null && value !== '')
  if (item === null) return isSaid ? details : null
  const isDifferent =
    differs(details.description, item.description) ||
    differs(details.oapProductId, item.oapProductId) ||
    differs(details.priceCents, item.priceCents) ||
    differs(details.currency, item.currency)
  return isDifferent ? details : null
}

function differs(given: string | number | null, stored: string | number | null): boolean {
  return given !== null && given !== '' && given !== stored
}

function describe(
  mappedName: PlannedProduct['mappedName'],
  details: ListedDetails | null,
  isNew: boolean,
): string {
  const parts = [
    isNew && 'a new item',
    typeof mappedName === 'string' && `sent as “${mappedName}” from now on`,
    mappedName === null && 'its entered name is taken away',
    !isNew && details !== null && 'its details are filled in',
  ].filter((part) => part !== false)
  return parts.join(', ')
}

/** What a whole list would do, for people. */
export function summarizePlan(planned: readonly PlannedProduct[]): ProductListPlan {
  const byVerdict = Map.groupBy(planned, ({ verdict }) => verdict)
  const count = (verdict: ListVerdict) => byVerdict.get(verdict)?.length ?? 0
  return {
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      faulty: count('faulty'),
    },
    rows: (['faulty', 'new', 'changed'] as const).flatMap((shown) =>
      (byVerdict.get(shown) ?? [])
        .slice(0, SHOWN_ROWS)
        .map(({ row, itemId, verdict, note }) => ({ row, itemId, verdict, note })),
    ),
  }
}
