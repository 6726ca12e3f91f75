import type { AttemptView, TransmissionDetail } from '#lib/domain/transmission.ts'

type Resent = Pick<TransmissionDetail, 'type' | 'status' | 'reason'> & {
  attempts: readonly Pick<AttemptView, 'outcome'>[]
}

/** What may go wrong when it is sent once more, in words; `null` when nothing can. */
export function nameResendRisk(transmission: Resent): string | null {
  const { status, reason, attempts } = transmission
  const isMoney = transmission.type === 'sale' || transmission.type === 'refund'
  if (status === 'sent' && isMoney)
    return 'ONTRAPORT accepted this already. Sent again, it may be booked twice.'
  if (status === 'sent') return 'ONTRAPORT accepted this already and will get it a second time.'
  if (status === 'held')
    return `It waits for a reason: ${reason ?? 'see above'}. Sent now, ONTRAPORT books it although no money may have moved.`
  if (status === 'skipped') return `It was left out on purpose: ${reason ?? 'see above'}.`
  if (isMoney && attempts.some(({ outcome }) => outcome === 'unknown'))
    return 'The answer to an earlier attempt was lost. If it did arrive, it will be booked twice: look in ONTRAPORT first.'
  return null
}
