import type { Product } from '#tests/support/product.ts'
import { runScript } from '#tests/support/program.ts'

/** Adds the merchant DEMO to a running product and returns its Authorization header. */
export async function addMerchantTo(product: Product): Promise<string> {
  const password = 'bench-password-1'
  const program = runScript('admin.ts', { DATA_DIR: product.dataDir }, [
    ...['merchant', 'add', 'DEMO', '--api-key', 'bench-key-0001', '--json'],
    ...['--webhook-user', 'bench', '--webhook-password', password],
  ])
  if ((await program.exit) !== 0) throw new Error(program.output())
  return `Basic ${Buffer.from(`bench:${password}`).toString('base64')}`
}
