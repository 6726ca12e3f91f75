import { z } from 'zod'
import type { Answer } from '../answer.ts'
import type { ApiAccess } from './account.ts'
import { type ApiCall, LIST_LIMIT } from './api-call.ts'
import { callApi } from './call-api.ts'
import { judgeStatus } from './judge-status.ts'
import { readBody } from './read-body.ts'

/** A product as an account lists it; its id is a number, as text. */
export type ListedProduct = { id: string; name: string }

export type ProductListing =
  | { kind: 'listed'; products: ListedProduct[]; isComplete: boolean }
  | { kind: 'refused'; reason: string }

type ListingOptions = {
  /** Waits for the account's turn; false when that is too far off. */
  takeTurn: () => Promise<boolean>
  /** Where to stop asking; a hundred pages are 5,000 products. */
  mostPages?: number
}

/**
 * Lists the products of an account, page by page, since ONTRAPORT cuts a list
 * at `LIST_LIMIT` rows and does not say so. A page that has fewer is the last.
 * Deleted and nameless ones are left out, and one that moved to a later page
 * meanwhile counts once.
 */
export async function listAccountProducts(
  access: ApiAccess,
  { takeTurn, mostPages = 100 }: ListingOptions,
): Promise<ProductListing> {
  const products = new Map<string, string>()
  for (let page = 0; page < mostPages; page += 1) {
    if (!(await takeTurn())) return BUSY
    const read = readPage(await callApi(access, pageCall(page)))
    if (read.kind === 'refused') return read
    for (const { id, name } of read.rows) products.set(id, name)
    if (read.count < LIST_LIMIT) return listed(products, true)
  }
  return listed(products, false)
}

const BUSY: ProductListing = {
  kind: 'refused',
  reason:
    'The calls that ONTRAPORT allows a minute are used up by messages. Try again in a few minutes.',
}

function pageCall(page: number): ApiCall {
  const query = new URLSearchParams({
    start: String(page * LIST_LIMIT),
    range: String(LIST_LIMIT),
  })
  return { method: 'GET', path: `/Products?${query}`, body: null }
}

const rowSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string(),
  deleted: z.union([z.string(), z.number(), z.boolean()]).nullish(),
})

type Page = { kind: 'page'; rows: ListedProduct[]; count: number }

function readPage(answer: Answer): Page | Extract<ProductListing, { kind: 'refused' }> {
  if (answer.kind !== 'answered') return { kind: 'refused', reason: answer.reason }
  // A search that finds nothing may answer 404 (since 2022-04-13).
  if (answer.status === 404) return { kind: 'page', rows: [], count: 0 }
  if (answer.status !== 200) {
    const outcome = judgeStatus(answer)
    return { kind: 'refused', reason: 'reason' in outcome ? outcome.reason : '' }
  }
  const rows = z.array(z.unknown()).safeParse(readBody(answer.body)?.data).data
  if (rows === undefined)
    return { kind: 'refused', reason: 'ONTRAPORT answered HTTP 200, but with no list.' }
  return { kind: 'page', rows: rows.flatMap(readRow), count: rows.length }
}

function readRow(row: unknown): ListedProduct[] {
  const { data } = rowSchema.safeParse(row)
  if (data === undefined || data.name.trim() === '') return []
  const isDeleted = ['1', 'true'].includes(String(data.deleted ?? ''))
  return isDeleted ? [] : [{ id: data.id, name: data.name }]
}

function listed(products: ReadonlyMap<string, string>, isComplete: boolean): ProductListing {
  return {
    kind: 'listed',
    products: [...products].map(([id, name]) => ({ id, name })),
    isComplete,
  }
}
