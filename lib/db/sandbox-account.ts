import type { Db } from './client.ts'

/** Under this name the records of a sandbox stand beside those of real accounts. */
export const SANDBOX_ACCOUNT = 'sandbox'

/** What the account of ONTRAPORT inside the product keeps of one store, by kind and reference. */
export async function findSandboxRecord(
  db: Db,
  merchantId: string,
  { kind, reference }: { kind: string; reference: string },
): Promise<string | null> {
  const [row] = await db.$queryRaw<{ value: string }[]>`
    SELECT record_id AS value FROM ontraport_record WHERE merchant_id = ${merchantId}
      AND account = ${SANDBOX_ACCOUNT} AND kind = ${`inside-${kind}`} AND reference = ${reference}`
  return row?.value ?? null
}

export async function keepSandboxRecord(
  db: Db,
  merchantId: string,
  { kind, reference, value }: { kind: string; reference: string; value: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO ontraport_record (merchant_id, account, kind, reference, record_id)
    VALUES (${merchantId}, ${SANDBOX_ACCOUNT}, ${`inside-${kind}`}, ${reference}, ${value})
    ON CONFLICT (merchant_id, account, kind, reference)
    DO UPDATE SET record_id = excluded.record_id, noted_at = now()`
}
