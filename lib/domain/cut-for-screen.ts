import type { TransmissionDetail } from './transmission.ts'

/** As much of a text as a screen shows; the whole is a download. */
export const SHOWN_CHARACTERS = 200_000

/** The same transmission, light enough for a browser: long texts cut, a very long snapshot left out. */
export function cutForScreen(transmission: TransmissionDetail): TransmissionDetail {
  const { request, attempts, snapshot } = transmission
  return {
    ...transmission,
    request: cut(request),
    attempts: attempts.map((attempt) => ({ ...attempt, request: cut(attempt.request) })),
    snapshot: JSON.stringify(snapshot ?? null).length > SHOWN_CHARACTERS ? null : snapshot,
  }
}

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, SHOWN_CHARACTERS)
}
