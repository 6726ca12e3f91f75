import type { TransmissionDetail } from '#lib/domain/transmission.ts'

/** Whether there is a message that may go out once more; the ones that a person has to decide on have buttons of their own. */
export function canResend(transmission: TransmissionDetail, canEdit: boolean): boolean {
  const { type, status, request } = transmission
  const isIncoming = type === 'item-fetch' || type === 'pixel'
  const isBusy = status === 'sending' || status === 'unconfirmed'
  return canEdit && request !== null && !isIncoming && !isBusy
}
