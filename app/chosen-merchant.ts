import { MERCHANT_COOKIE } from '#lib/auth.ts'
import { ownCookie } from '#lib/own-cookies.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** What makes a browser show this of the viewer's stores from now on. */
export function chosenMerchantCookie(merchantId: string) {
  return { ...ownCookie(MERCHANT_COOKIE, YEAR_SECONDS), value: merchantId }
}
