import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { escapeLike } from './cursors.ts'
import { Prisma } from './generated/client.ts'
import { isEmail, isReference } from './log-filter.ts'

export type Search = {
  /** The filter, with words that turned out to be a whole order id or email in its own place. */
  filter: TransmissionFilter
  /** What is left of the words: to be looked for row by row. */
  conditions: Prisma.Sql[]
}

/**
 * What the search field asks for. A whole order id or email address is found by
 * its index, however old it is; anything else is the beginning of one, or words
 * of the description.
 */
export async function readSearch(
  db: Db,
  merchantId: string,
  filter: TransmissionFilter,
): Promise<Search> {
  const { q = '', ...rest } = filter
  const text = q.trim()
  if (text === '') return { filter: rest, conditions: [] }
  if (rest.reference === undefined && (await isAnyRow(db, merchantId, isReference(text))))
    return { filter: { ...rest, reference: text }, conditions: [] }
  if (rest.email === undefined && (await isAnyRow(db, merchantId, isEmail(text))))
    return { filter: { ...rest, email: text }, conditions: [] }
  return { filter: rest, conditions: [mentions(text)] }
}

async function isAnyRow(db: Db, merchantId: string, condition: Prisma.Sql): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM transmission WHERE merchant_id = ${merchantId} AND ${condition} LIMIT 1`
  return found.length > 0
}

function mentions(text: string): Prisma.Sql {
  const pattern = escapeLike(text)
  return Prisma.sql`(reference ILIKE ${`${pattern}%`} OR email ILIKE ${`${pattern}%`}
    OR description ILIKE ${`%${pattern}%`})`
}
