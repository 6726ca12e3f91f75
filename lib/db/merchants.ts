import { AppError } from '#lib/errors.ts'
import type { Db } from './client.ts'

export type Merchant = { merchantId: string; name: string; timeZone: string; createdAt: Date }

export async function findMerchant(db: Db, merchantId: string): Promise<Merchant | null> {
  const row = await db.merchant.findUnique({ where: { id: merchantId } })
  return row === null ? null : toMerchant(row)
}

/** Throws `not-found` for an unknown merchant. */
export async function getMerchant(db: Db, merchantId: string): Promise<Merchant> {
  const merchant = await findMerchant(db, merchantId)
  if (merchant === null) throw new AppError('not-found', `There is no merchant "${merchantId}".`)
  return merchant
}

/** Holds a merchant until the transaction ends, so that what is counted of it stays so. */
export async function lockMerchant(db: Db, merchantId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM merchant WHERE id = ${merchantId} FOR NO KEY UPDATE`
}

/** Every merchant of this installation, oldest first. */
export async function loadMerchants(db: Db): Promise<Merchant[]> {
  const rows = await db.merchant.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(toMerchant)
}

/** Says whether this call made it; false when the id is taken. */
export async function insertMerchant(
  db: Db,
  merchant: { merchantId: string; name: string },
): Promise<boolean> {
  const { count } = await db.merchant.createMany({
    data: [{ id: merchant.merchantId, name: merchant.name }],
    skipDuplicates: true,
  })
  return count === 1
}

/** What is not given stays as it is. */
export async function saveMerchant(
  db: Db,
  merchantId: string,
  changes: Partial<Pick<Merchant, 'name' | 'timeZone'>>,
): Promise<void> {
  await db.merchant.update({ where: { id: merchantId }, data: changes })
}

function toMerchant(row: {
  id: string
  name: string
  timeZone: string
  createdAt: Date
}): Merchant {
  return { merchantId: row.id, name: row.name, timeZone: row.timeZone, createdAt: row.createdAt }
}
