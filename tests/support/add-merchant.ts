import { runScript } from './program.ts'

/** The key with which this merchant's messages go to the receiver. */
export const keyOf = (merchantId: string): string => `key-of-${merchantId}`

const PASSWORD = 'a-webhook-password'

/** Adds a merchant to the installation of these variables and returns its Authorization header. */
export async function addMerchantTo(
  environment: Record<string, string>,
  merchantId = 'DEMO',
  options: readonly string[] = [],
): Promise<string> {
  const program = runScript('admin.ts', environment, [
    ...['merchant', 'add', merchantId, '--api-key', keyOf(merchantId), '--json'],
    ...['--webhook-user', 'ultracart', '--webhook-password', PASSWORD, ...options],
  ])
  if ((await program.exit) !== 0) throw new Error(program.output())
  return `Basic ${Buffer.from(`ultracart:${PASSWORD}`).toString('base64')}`
}
