import { requireChoice } from '#lib/field-check.ts'
import { newId } from '#lib/ids.ts'
import { readTransmissionFilter } from '#lib/read-transmission-filter.ts'
import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { resendMany } from '#lib/services/resend-many.ts'
import type { Command } from './command.ts'
import type { Options } from './options.ts'

const MODES = ['original', 'as-mapped-today'] as const

export const RESEND_COMMANDS: Command[] = [
  {
    name: 'resend',
    usage:
      '--merchant ID --status S[,S…] [--type T] [--reference R] [--email E] [--code C] [--reason-code R] [--from TIME] [--to TIME] [--mode original|as-mapped-today] [--nonce N]',
    summary:
      'Sends once more what the filters of the log find, as the original text unless --mode says otherwise. A second run with the same --nonce sends none of it twice.',
    positionalCount: 0,
    options: [
      'merchant',
      'type',
      'status',
      'reference',
      'email',
      'code',
      'reason-code',
      'from',
      'to',
      'mode',
      'nonce',
    ],
    required: ['merchant', 'status'],
    run: async ({ options }) => {
      const { merchant: merchantId = '', mode = 'original', nonce = newId() } = options
      const filter = readTransmissionFilter(filtersOf(options))
      const choice = { mode: requireChoice(mode, { what: 'mode', choices: MODES }), nonce }
      const access = await getOperatorAccess(merchantId)
      return { merchantId, ...(await resendMany(access, filter, choice)) }
    },
  },
]

function filtersOf(options: Options): Record<string, string> {
  const { type, status, reference, email, code, from, to, 'reason-code': reasonCode } = options
  const given = { type, status, reference, email, code, reasonCode, from, to }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
