import { malformed, placeOf, shorten } from './malformed.ts'

/** Refuses what names another merchant than the address that it was sent to; naming none is fine. */
export function checkMerchant(given: unknown, expected: string, path: string): void {
  if (given === undefined || given === null || given === '') return
  const place = placeOf(path, 'merchant_id')
  if (typeof given !== 'string' && typeof given !== 'number') throw malformed(place, 'is not text')
  const merchantId = shorten(String(given))
  if (merchantId !== expected)
    throw malformed(place, `is "${merchantId}", but this address belongs to "${expected}"`)
}
