import { runScript } from '#tests/support/program.ts'

/** The key with which this merchant's messages go to the receiver. */
export const keyOf = (merchantId: string): string => `bench-key-${merchantId}`

const PASSWORD = 'bench-password-1'

/** Adds a merchant to the installation of these variables and returns its Authorization header. */
export async function addMerchantTo(
  environment: Record<string, string>,
  merchantId = 'DEMO',
): Promise<string> {
  const program = runScript('admin.ts', environment, [
    ...['merchant', 'add', merchantId, '--api-key', keyOf(merchantId), '--json'],
    ...['--webhook-user', 'bench', '--webhook-password', PASSWORD],
  ])
  if ((await program.exit) !== 0) throw new Error(program.output())
  return `Basic ${Buffer.from(`bench:${PASSWORD}`).toString('base64')}`
}
