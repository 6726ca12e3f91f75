import { setTimeout as wait } from 'node:timers/promises'
import { requireChoice } from '#lib/field-check.ts'
import { newId } from '#lib/ids.ts'
import { readTransmissionFilter } from '#lib/read-transmission-filter.ts'
import { getBulkResend } from '#lib/services/get-bulk-resend.ts'
import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { resendNextBatch } from '#lib/services/resend-next-batch.ts'
import { startBulkResend } from '#lib/services/start-bulk-resend.ts'
import type { Answer, Command } from './command.ts'
import type { Options } from './options.ts'

const MODES = ['original', 'as-mapped-today'] as const

export const RESEND_COMMANDS: Command[] = [
  {
    name: 'resend',
    usage:
      '--merchant ID --status S[,S…] [--type T] [--reference R] [--email E] [--code C] [--reason-code R] [--from TIME] [--to TIME] [--mode original|as-mapped-today] [--nonce N]',
    summary:
      'Sends once more what the filters of the log find, ten a second, as the original text unless --mode says otherwise. A second run with the same --nonce sends none of it twice. Ctrl-C leaves the rest to the relay.',
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
      const access = await getOperatorAccess(merchantId)
      const wish = {
        filter,
        statuses: filter.status ?? [],
        mode: requireChoice(mode, { what: 'mode', choices: MODES }),
        nonce,
      }
      const { runId, leftOutCount } = await startBulkResend(access, wish)
      if (runId === null) return { merchantId, state: 'done', queued: 0, leftOut: leftOutCount }
      return { merchantId, ...(await workToItsEnd(access)) }
    },
  },
]

/** Goes on with the run, beside a relay if there is one; ends early when the run has to wait for a person. */
async function workToItsEnd(access: Parameters<typeof getBulkResend>[0]): Promise<Answer> {
  for (;;) {
    await resendNextBatch(access.merchantId)
    const run = await getBulkResend(access)
    if (run === null) throw new Error('A run that was begun is gone.')
    const { state, queuedCount, leftOut, message } = run
    if (state !== 'running' || message !== null)
      return {
        state,
        queued: queuedCount,
        leftOut: leftOut.reduce((sum, { count }) => sum + count, 0),
        ...(message === null ? {} : { message }),
      }
    await wait(STEP_MS)
  }
}

const STEP_MS = 500

function filtersOf(options: Options): Record<string, string> {
  const { type, status, reference, email, code, from, to, 'reason-code': reasonCode } = options
  const given = { type, status, reference, email, code, reasonCode, from, to }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
