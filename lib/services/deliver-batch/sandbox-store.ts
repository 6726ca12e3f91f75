import { loadListing } from '#lib/db/account-products.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { findSandboxRecord, keepSandboxRecord } from '#lib/db/sandbox-account.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'
import type { SandboxStore } from '#lib/ontraport/rest/sandbox/sandbox-account.ts'

/** What the account inside the product keeps of a store, for all processes together. */
export function sandboxStore(merchantId: string): SandboxStore {
  return {
    find: (kind, reference) => findSandboxRecord(prisma(), merchantId, { kind, reference }),
    keep: (kind, reference, value) =>
      keepSandboxRecord(prisma(), merchantId, { kind, reference, value }),
    isListed: (productName) => isListed(merchantId, productName),
  }
}

async function isListed(merchantId: string, productName: string): Promise<boolean | null> {
  const app = (await findConnection(prisma(), merchantId))?.app ?? null
  if (app === null) return null
  const account = accountName(accessOf(app))
  const listing = await loadListing(prisma(), { merchantId, account })
  return listing?.products.some(({ name }) => name === productName) ?? null
}
