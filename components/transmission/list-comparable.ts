import type { TransmissionDetail } from '#lib/domain/transmission.ts'

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
            label: `Attempt ${number}`,
            request,
            answer: responseCode === null ? null : `HTTP ${responseCode}\n${responseBody ?? ''}`,
          },
        ],
  )
  if (today === null) return sent
  return [...sent, { value: TODAY, label: 'As mapped today', request: today, answer: null }]
}
