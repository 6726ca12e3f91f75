import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addMerchantTo } from '#tests/support/add-merchant.ts'
import { setup as buildOnce } from '#tests/support/build.ts'
import { removeOpenFolders } from '#tests/support/open-folder.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { type CountingReceiver, startCountingReceiver } from './counting-receiver.ts'
import type { Target } from './post-load.ts'

/** A real product over its own PostgreSQL, with one merchant whose messages go to a local receiver. */
export type Stand = {
  product: Product
  receiver: CountingReceiver
  databaseUrl: string
  /** The webhook's address, with credentials. */
  webhook: Target
  stop(): Promise<void>
}

/** Starts it as an operator would; further variables, such as RELAY_WORKER, as given. */
export async function startStand(environment: Record<string, string> = {}): Promise<Stand> {
  await buildOnce()
  const receiver = await startCountingReceiver()
  const product = await startProduct({
    environment: { ONTRAPORT_URL: receiver.url, LOG_LEVEL: 'error', ...environment },
  })
  return {
    product,
    receiver,
    databaseUrl: databaseUrlOf(product.dataDir),
    webhook: await webhookOf(product),
    stop: async () => {
      await product.stop()
      await receiver.close()
      removeOpenFolders()
    },
  }
}

/** Adds a merchant to the product and gives its webhook. */
export async function webhookOf(
  product: Product,
  merchantId = 'DEMO',
  options: Parameters<typeof addMerchantTo>[2] = {},
): Promise<Target> {
  return {
    url: `${product.url}/api/webhooks/ultracart/${merchantId}`,
    authorization: await addMerchantTo({ DATA_DIR: product.dataDir }, merchantId, options),
  }
}

/** The address of the embedded PostgreSQL that a product holds in this folder. */
export function databaseUrlOf(dataDir: string): string {
  const text = readFileSync(join(dataDir, 'postgres.json'), 'utf8')
  return z.object({ url: z.string() }).parse(JSON.parse(text)).url
}
