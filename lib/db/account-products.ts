import type { AccountProduct } from '#lib/domain/check-product-names.ts'
import type { Db } from './client.ts'
import type { RecordOwner } from './ontraport-records.ts'

/** The products of an account as they were listed last. */
export type KeptListing = { products: AccountProduct[]; listedAt: Date; isComplete: boolean }

/** Longer names are nobody's, and an index has no room for them. */
const LONGEST_NAME = 500

/** Keeps the products of an account in place of those listed before. */
export async function keepListing(
  db: Db,
  { merchantId, account }: RecordOwner,
  {
    products,
    isComplete,
  }: { products: readonly { id: string; name: string }[]; isComplete: boolean },
): Promise<void> {
  const kept = products.filter(({ name }) => name.length <= LONGEST_NAME && !name.includes('\0'))
  await db.$executeRaw`
    DELETE FROM ontraport_record WHERE merchant_id = ${merchantId} AND account = ${account}
      AND kind IN ('listed', 'listing')`
  await db.$executeRaw`
    INSERT INTO ontraport_record (merchant_id, account, kind, reference, record_id)
    SELECT ${merchantId}, ${account}, 'listed', name, string_agg(id, ',' ORDER BY place)
    FROM unnest(${kept.map(({ name }) => name)}::text[], ${kept.map(({ id }) => id)}::text[])
      WITH ORDINALITY AS given (name, id, place)
    GROUP BY name
    UNION ALL
    SELECT ${merchantId}, ${account}, 'listing', '', ${isComplete ? 'complete' : 'cut'}`
}

/** With what sales have found or made since; `null` when the account has never been listed. */
export async function loadListing(
  db: Db,
  { merchantId, account }: RecordOwner,
): Promise<KeptListing | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT kind, reference, record_id AS "recordId", noted_at AS "notedAt" FROM ontraport_record
    WHERE merchant_id = ${merchantId} AND account = ${account} AND kind IN ('listed', 'listing', 'product')
    ORDER BY lower(reference), reference, kind`
  const listing = rows.find(({ kind }) => kind === 'listing')
  if (listing === undefined) return null
  const products = new Map<string, AccountProduct>()
  for (const { kind, reference: name, recordId, notedAt } of rows) {
    const isNew = kind === 'product' && notedAt > listing.notedAt && !products.has(name)
    if (kind === 'listed' || isNew) products.set(name, { name, ids: recordId.split(',') })
  }
  return {
    listedAt: listing.notedAt,
    isComplete: listing.recordId === 'complete',
    products: [...products.values()],
  }
}

type Row = { kind: string; reference: string; recordId: string; notedAt: Date }
