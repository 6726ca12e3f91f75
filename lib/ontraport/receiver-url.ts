import { hintOf } from '#lib/secrets.ts'

const RECEIVER_PATH = 'receivers/ultracart.php'

/** Where messages of one account are posted; the key is part of the address. */
export function receiverUrl(baseUrl: string, apiKey: string): URL {
  const url = new URL(RECEIVER_PATH, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`)
  url.search = `account_id=${encodeURIComponent(apiKey.toWellFormed())}`
  return url
}

/** The same address for people: of the key only the last characters. */
export function maskedUrl(baseUrl: string, apiKey: string): string {
  const { origin, pathname } = receiverUrl(baseUrl, apiKey)
  return `${origin}${pathname}?account_id=${hintOf(apiKey)}`
}
