import type { LeftOut, LeftOutReason, ResendGroup } from '#lib/domain/bulk-resend.ts'

/** What may go wrong when these are sent once more; `null` when nothing can. */
export function nameGroupRisk({ status, lostCount, moneyCount }: ResendGroup): string | null {
  switch (status) {
    case 'failed':
    case 'retrying':
      return lostCount === 0
        ? null
        : `The answer to ${lostCount === 1 ? 'one of these' : `${lostCount} of these`} was lost. What arrived after all may be booked twice: look in ONTRAPORT first.`
    case 'unconfirmed':
      return 'Their answers were lost. What arrived after all may be booked twice: look in ONTRAPORT first.'
    case 'held':
      return 'They wait for a reason, mostly payment. Sent now, ONTRAPORT books them although no money may have moved.'
    case 'skipped':
      return 'They were left out on purpose. Open some of them and read why before you send them.'
    case 'sent':
      return moneyCount === 0
        ? 'ONTRAPORT accepted these already and will get them a second time.'
        : 'ONTRAPORT accepted these already. Sent again, they may be booked twice.'
  }
}

const LEFT_OUT_WORDS: Record<LeftOutReason, string> = {
  queued: 'queued already, going out by themselves',
  sending: 'being sent right now',
  'sent-already': 'accepted by ONTRAPORT in the meantime',
  'nothing-to-send': 'with nothing to send, such as item polls and pixels',
  'sandbox-left': 'made in the sandbox, which the store has left',
  'sandbox-on': 'meant for ONTRAPORT, while the store is in the sandbox',
  'clicked-already': 'sent by this same request before',
}

/** How many are left out and why, such as `2 being sent right now`. */
export function sayLeftOut({ why, count }: LeftOut): string {
  return `${countWords(count)} ${LEFT_OUT_WORDS[why]}`
}

export function countWords(count: number): string {
  return count.toLocaleString('en-US')
}
