import type { Db } from './client.ts'
import { escapeLike } from './cursors.ts'
import { Prisma } from './generated/client.ts'
import { isEmail, isReference } from './log-filter.ts'

/** How many rows one page of a word search looks through, at the most. */
const STRETCH_ROWS = 20_000

export type Search = {
  conditions: Prisma.Sql[]
  /** The oldest row that was looked at, when there are older ones; `null` when the search is not bounded. */
  stretchEnd: string | null
}

/**
 * What the search field asks for. A whole order id or email address is found by
 * its index, however old it is; anything else is the beginning of one, or words
 * of the description, looked for in the newest rows of `place`.
 */
export async function readSearch(
  db: Db,
  { merchantId, place, words }: { merchantId: string; place: Prisma.Sql[]; words: string },
): Promise<Search> {
  const text = words.trim()
  if (text === '') return { conditions: [], stretchEnd: null }
  for (const condition of [isReference(text), isEmail(text)])
    if (await isAnyRow(db, merchantId, condition))
      return { conditions: [condition], stretchEnd: null }
  const stretchEnd = await findStretchEnd(db, place)
  const stretch = stretchEnd === null ? [] : [Prisma.sql`id >= ${stretchEnd}::uuid`]
  return { conditions: [mentions(text), ...stretch], stretchEnd }
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

async function findStretchEnd(db: Db, place: Prisma.Sql[]): Promise<string | null> {
  const [end] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM transmission WHERE ${Prisma.join(place, ' AND ')}
    ORDER BY id DESC OFFSET ${STRETCH_ROWS - 1} LIMIT 1`
  return end?.id ?? null
}
