import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import { STATUS_WORDS, TYPE_WORDS } from '../texts/words.ts'
import { formatMoment } from '../time/format-moment.ts'

/** A row as a line to paste into a message. */
export function rowAsText(row: TransmissionRow, timeZone: string): string {
  const { type, status, description, reference, amountCents, currency, responseCode } = row
  return [
    formatMoment(row.createdAt, timeZone, 'long'),
    STATUS_WORDS[status].label,
    TYPE_WORDS[type],
    description,
    reference,
    amountCents === null || currency === null ? null : formatAmount(amountCents, currency),
    responseCode === null ? null : LOG_TEXTS.rowText.code(responseCode),
    row.reason,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** A row as the API gives it. */
export function rowAsJson(row: TransmissionRow): string {
  return JSON.stringify(row, null, 2)
}
