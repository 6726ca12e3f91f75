/** A signal that aborts after the given time, or as soon as `hurry` does. */
export function cutAfter(limitMs: number, hurry: AbortSignal): AbortSignal {
  const cut = new AbortController()
  const abort = (): void => cut.abort()
  // Not AbortSignal.any with AbortSignal.timeout, which may be collected before they fire.
  setTimeout(abort, limitMs)
  if (hurry.aborted) abort()
  hurry.addEventListener('abort', abort, { once: true })
  return cut.signal
}
