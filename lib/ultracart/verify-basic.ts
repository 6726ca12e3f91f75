import { isSameSecret } from '#lib/secrets.ts'

/** What a merchant's webhook must bring: one user, and any one of the passwords that are valid now. */
type Expected = { user: string; passwords: string[] }

/**
 * Says whether an `Authorization` header proves the sender (RFC 7617, UTF-8).
 * Every part is compared every time, so the answer's delay tells nothing.
 */
export function verifyBasic(authorization: string | null, expected: Expected): boolean {
  const given = readCredentials(authorization)
  const isUser = isSameSecret(given?.user ?? '', expected.user)
  const arePasswords = expected.passwords.map((one) => isSameSecret(given?.password ?? '', one))
  return given !== null && isUser && arePasswords.includes(true)
}

function readCredentials(header: string | null): { user: string; password: string } | null {
  const token = /^\s*basic\s+([A-Za-z0-9+/_-]+)={0,2}\s*$/i.exec(header ?? '')?.[1]
  if (token === undefined) return null
  const pair = Buffer.from(token, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? null : { user: pair.slice(0, colon), password: pair.slice(colon + 1) }
}
