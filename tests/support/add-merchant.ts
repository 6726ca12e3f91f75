import { runScript } from './program.ts'

/** The key with which this merchant's messages go to the receiver. */
export const keyOf = (merchantId: string): string => `key-of-${merchantId}`

const PASSWORD = 'a-webhook-password'

/** Adds a merchant to the installation of these variables and returns its Authorization header; with the key `null` it has none yet. */
export async function addMerchantTo(
  environment: Record<string, string>,
  merchantId = 'DEMO',
  { options = [], key = keyOf(merchantId) }: { options?: string[]; key?: string | null } = {},
): Promise<string> {
  const program = runScript('admin.ts', environment, [
    ...['merchant', 'add', merchantId, '--json', ...(key === null ? [] : ['--api-key', key])],
    ...['--webhook-user', 'ultracart', '--webhook-password', PASSWORD, ...options],
  ])
  if ((await program.exit) !== 0) throw new Error(program.output())
  return `Basic ${Buffer.from(`ultracart:${PASSWORD}`).toString('base64')}`
}
