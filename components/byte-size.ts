import { SHARED_TEXTS } from './texts/shared.ts'

const TEXTS = SHARED_TEXTS.byteSize
/** A size as people say it, such as `1.2 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return TEXTS.bytes(bytes)
  if (bytes < 1_000_000) return TEXTS.kb((bytes / 1_000).toFixed(1))
  if (bytes < 1_000_000_000) return TEXTS.mb((bytes / 1_000_000).toFixed(1))
  return TEXTS.gb((bytes / 1_000_000_000).toFixed(1))
}
