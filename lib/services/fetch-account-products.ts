import { requireDeed } from '#lib/access-check.ts'
import { keepListing } from '#lib/db/account-products.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { getConnection } from '#lib/db/connections.ts'
import { awaitCallTurn } from '#lib/db/ontraport-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'
import { listAccountProducts } from '#lib/ontraport/rest/list-products.ts'

/**
 * Fetches the names of the products that ONTRAPORT's account has and keeps them
 * in place of those fetched before; nothing is changed there. Takes a call for
 * every 50 of them. `conflict` without an App ID and key, `unavailable` with a
 * sentence when ONTRAPORT does not tell them.
 */
export async function fetchAccountProducts(access: Access): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const { app } = await getConnection(prisma(), merchantId)
  if (app === null)
    throw new AppError('conflict', 'Enter the App ID and key of ONTRAPORT’s API first.')
  const opened = accessOf(app)
  const account = accountName(opened)
  const listing = await listAccountProducts(opened, {
    takeTurn: async () => (await awaitCallTurn(prisma(), account)).kind === 'taken',
  })
  if (listing.kind === 'refused')
    throw new AppError('unavailable', `The list could not be fetched. ${listing.reason}`)
  await inTransaction(async (db) => {
    await keepListing(db, { merchantId, account }, listing)
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'account-products.fetched',
      details: { productCount: listing.products.length },
    })
  })
}
