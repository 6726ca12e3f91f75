import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'

const TEXTS = TRANSMISSION_TEXTS.listComparable

/** What can stand on either side of a comparison. */
export type ComparableText = {
  value: string
  label: string
  request: string
  /** The code, headers and body in one text; `null` for what was not answered. */
  answer: string | null
}

export const TODAY = 'today'

/** Each attempt with what it sent and got, and what today's names would make of it, once that is known. */
export function listComparable(
  { attempts }: Pick<TransmissionDetail, 'attempts'>,
  today: string | null,
): ComparableText[] {
  const sent = attempts.flatMap(({ number, request, responseCode, responseBody }) =>
    request === null
      ? []
      : [
          {
            value: String(number),
            label: TEXTS.attempt(number),
            request,
            answer: responseCode === null ? null : TEXTS.http(responseCode, responseBody ?? ''),
          },
        ],
  )
  if (today === null) return sent
  return [...sent, { value: TODAY, label: TEXTS.asMappedToday, request: today, answer: null }]
}
