import { parseArgs } from 'node:util'

/** Every option of every command; a command names the ones that it takes. */
const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  name: { type: 'string' },
  method: { type: 'string' },
  'api-key': { type: 'string' },
  'app-id': { type: 'string' },
  way: { type: 'string' },
  'webhook-user': { type: 'string' },
  'webhook-password': { type: 'string' },
  rule: { type: 'string', multiple: true },
  sandbox: { type: 'string' },
  merchant: { type: 'string' },
  role: { type: 'string' },
  type: { type: 'string' },
  status: { type: 'string' },
  reference: { type: 'string' },
  email: { type: 'string' },
  code: { type: 'string' },
  'reason-code': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  mode: { type: 'string' },
  nonce: { type: 'string' },
  'with-secret': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  waiting: { type: 'string' },
} as const

export type Options = ReturnType<typeof readOptions>['options']
export type OptionName = keyof typeof OPTIONS

/** Splits a command line; throws a `TypeError` whose message says which option is unknown or lacks its value. */
export function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  return { options: values, positionals }
}
