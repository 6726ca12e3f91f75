import { AppError } from '#lib/errors.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'
import { listMerchants } from '#lib/services/list-merchants.ts'
import { type MerchantChange, setMerchant } from '#lib/services/set-merchant.ts'
import type { Command } from './command.ts'
import type { Options } from './options.ts'

const CHANGE_OPTIONS = [
  'name',
  'method',
  'api-key',
  'webhook-user',
  'webhook-password',
  'rule',
] as const
const CHANGE_USAGE =
  'ID [--name N] [--method api|pixel] [--api-key K] [--webhook-user U] [--webhook-password P] [--rule NAME=VALUE]…'

export const MERCHANT_COMMANDS: Command[] = [
  {
    name: 'merchant add',
    usage: CHANGE_USAGE,
    summary:
      'Adds a merchant. Prints the webhook password once. Orders from before the last 365 days tell nothing, unless --rule start-date=2026-11-01, now or none.',
    positionalCount: 1,
    options: CHANGE_OPTIONS,
    run: ({ positionals: [merchantId = ''], options }) =>
      addMerchant({ merchantId, ...readChange(options) }),
  },
  {
    name: 'merchant list',
    usage: '',
    summary: 'Lists the merchants.',
    positionalCount: 0,
    options: [],
    run: async () => ({ merchants: await listMerchants() }),
  },
  {
    name: 'merchant set',
    usage: `${CHANGE_USAGE} [--sandbox on|off] [--way receiver|rest] [--app-id A]`,
    summary:
      'Changes what is given. A new API key ends a pause and releases what waits; after a new webhook password the one before stays valid for 24 hours. In the sandbox nothing goes to ONTRAPORT; a store that leaves it for the first time starts with orders placed from then on, unless a rule says otherwise. With --app-id the API key is that of ONTRAPORT’s documented API, which messages take with --way rest.',
    positionalCount: 1,
    options: [...CHANGE_OPTIONS, 'sandbox', 'way', 'app-id'],
    run: ({ positionals: [merchantId = ''], options }) =>
      setMerchant(merchantId, {
        ...readChange(options),
        ...(options.sandbox === undefined ? {} : { sandbox: options.sandbox }),
        ...(options.way === undefined ? {} : { way: options.way }),
        ...(options['app-id'] === undefined ? {} : { appId: options['app-id'] }),
      }),
  },
]

function readChange(options: Options): MerchantChange {
  const { name, method, rule } = options
  const apiKey = options['api-key']
  const webhookUser = options['webhook-user']
  const webhookPassword = options['webhook-password']
  return {
    ...(name === undefined ? {} : { name }),
    ...(method === undefined ? {} : { method }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(webhookUser === undefined ? {} : { webhookUser }),
    ...(webhookPassword === undefined ? {} : { webhookPassword }),
    ...(rule === undefined ? {} : { rules: rule.map(readRule) }),
  }
}

function readRule(text: string): [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined)
    throw new AppError('malformed', `A rule is NAME=VALUE, such as on-unknown=ask; not "${text}".`)
  return [name, value]
}
