import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import { checkModel } from '../check-model.ts'
import { decodeText } from '../decode-text.ts'
import { isObject } from '../fields.ts'
import { malformed, placeOf } from '../malformed.ts'
import { parseJson } from '../parse-json.ts'
import { fromPosted, postedAffiliate } from './posted-affiliate.ts'

export const MAX_POSTED = 1_000

/**
 * Reads what a sign-up form or a script posts: one affiliate, or a list of up
 * to a thousand. `malformed` with the place of the first field at fault, such
 * as `[3].affiliateId is missing`; fields that are none of ours are left alone.
 */
export function readAffiliates(body: Uint8Array, merchantId: string): AffiliateSnapshot[] {
  const value = parseJson(decodeText(body, 'The body'), 'The body')
  if (!Array.isArray(value)) return [readOne(value, merchantId, '')]
  if (value.length > MAX_POSTED)
    throw malformed('The body', `holds more than ${MAX_POSTED} affiliates`)
  return value.map((one, at) => readOne(one, merchantId, placeOf('', at)))
}

function readOne(value: unknown, merchantId: string, path: string): AffiliateSnapshot {
  if (!isObject(value)) throw malformed(path || 'The body', 'is not an object')
  const posted = checkModel(postedAffiliate, value, path)
  return fromPosted(posted, { merchantId, eventName: 'affiliate-post' })
}
