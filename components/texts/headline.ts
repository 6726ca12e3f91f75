import type { TransmissionRow, TransmissionStatus } from '#lib/domain/transmission.ts'

/** What a transmission is about, such as `Sale DEMO-1`. */
export function nameSubject({ type, reference }: TransmissionRow): string {
  switch (type) {
    case 'sale':
      return `Sale ${reference}`
    case 'refund':
      return `Refund of ${reference}`
    case 'auto-order-status':
      return `Status of auto order ${reference}`
    case 'affiliate':
      return `Affiliate ${reference}`
    case 'item-fetch':
      return 'Item poll'
    case 'pixel':
      return `Pixel of ${reference}`
  }
}

/** What became of it, to be read after the subject. */
export function tellOutcome({ type, status, isSandbox }: TransmissionRow): string {
  if (status === 'sent' && type === 'pixel') return 'was handed to the buyer’s browser'
  if (status === 'sent' && isSandbox) return 'was accepted by the sandbox'
  return STATUS_SENTENCES[status]
}

const STATUS_SENTENCES: Record<TransmissionStatus, string> = {
  held: 'waits',
  queued: 'waits for its turn',
  sending: 'is being sent right now',
  retrying: 'did not get through and will be tried again',
  sent: 'was accepted by ONTRAPORT',
  failed: 'failed',
  unconfirmed: 'was sent, but the answer was lost',
  skipped: 'was not sent',
}
