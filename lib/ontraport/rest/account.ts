import { env } from '#lib/env.ts'
import { hashToken, hintOf } from '#lib/secrets.ts'

/** What opens an account, and where the API is, such as `https://api.ontraport.com/1`. */
export type ApiAccess = { baseUrl: string; appId: string; key: string }

/** What opens the account of this App ID and key, at the address that the operator has set. */
export function accessOf(app: Omit<ApiAccess, 'baseUrl'>): ApiAccess {
  return { baseUrl: env.ONTRAPORT_API_URL, ...app }
}

/** A name for an account that tells nothing of its App ID. */
export function accountName({ baseUrl, appId }: Pick<ApiAccess, 'baseUrl' | 'appId'>): string {
  return hashToken(`${new URL(baseUrl).origin}\n${appId}`)
}

/** The address for people. */
export function apiAddress({ baseUrl, appId }: Pick<ApiAccess, 'baseUrl' | 'appId'>): string {
  return `${baseUrl.replace(/\/$/, '')} (App ID ${hintOf(appId)})`
}
