import type { Db } from './client.ts'
import { SANDBOX_ACCOUNT } from './sandbox-account.ts'

/** The id of something in an account of ONTRAPORT: a product by name, an invoice by order, once more when it was refunded, a contact by stream. */
export type OntraportRecord = {
  kind: 'contact' | 'product' | 'invoice' | 'refund'
  reference: string
  id: string
}

/** Whose records these are: a merchant's in one account. */
export type RecordOwner = { merchantId: string; account: string }

/** Keeps what was found or made; later ids take the place of earlier ones. */
export async function keepRecords(
  db: Db,
  { merchantId, account }: RecordOwner,
  records: readonly OntraportRecord[],
): Promise<void> {
  if (records.length === 0) return
  await db.$executeRaw`
    INSERT INTO ontraport_record (merchant_id, account, kind, reference, record_id)
    SELECT ${merchantId}, ${account}, kind, reference, id
    FROM unnest(${records.map((one) => one.kind)}::text[], ${records.map((one) => one.reference)}::text[],
                ${records.map((one) => one.id)}::text[]) AS given (kind, reference, id)
    ORDER BY kind, reference
    ON CONFLICT (merchant_id, account, kind, reference)
    DO UPDATE SET record_id = excluded.record_id, noted_at = now()`
}

/** Those of these that are known. */
export async function findRecords(
  db: Db,
  { merchantId, account }: RecordOwner,
  wanted: readonly Omit<OntraportRecord, 'id'>[],
): Promise<OntraportRecord[]> {
  return db.$queryRaw`
    SELECT r.kind, r.reference, r.record_id AS id FROM ontraport_record r
    JOIN unnest(${wanted.map((one) => one.kind)}::text[], ${wanted.map((one) => one.reference)}::text[])
      AS given (kind, reference) ON r.kind = given.kind AND r.reference = given.reference
    WHERE r.merchant_id = ${merchantId} AND r.account = ${account}`
}

/**
 * Lets one message alone make a product for a minute, so that sales at once do
 * not make it twice, be they of other merchants with the same account; false
 * when another does, or has. One whose process died may go on with it. With the
 * caller's transaction.
 */
export async function claimMaking(
  db: Db,
  { merchantId, account }: RecordOwner,
  { name, transmissionId }: { name: string; transmissionId: string },
): Promise<boolean> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${account}), hashtext(${name}))`
  const isShared = account !== SANDBOX_ACCOUNT
  const count = await db.$executeRaw`
    INSERT INTO ontraport_record (merchant_id, account, kind, reference, record_id)
    SELECT ${merchantId}, ${account}, 'making', ${name}, ${transmissionId}
    WHERE NOT EXISTS (
      SELECT FROM merchant JOIN ontraport_record r ON r.merchant_id = merchant.id
      WHERE (merchant.id = ${merchantId} OR ${isShared}) AND r.account = ${account}
        AND r.kind IN ('making', 'product') AND r.reference = ${name}
        AND r.noted_at > now() - interval '1 minute'
        AND (r.kind, r.record_id) <> ('making', ${transmissionId}))
    ON CONFLICT (merchant_id, account, kind, reference)
    DO UPDATE SET record_id = excluded.record_id, noted_at = now()`
  return count === 1
}
