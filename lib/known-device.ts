import { createHmac } from 'node:crypto'
import { derivedSecret, isSameSecret, makeSecret } from './secrets.ts'

/**
 * The mark of a browser in which an account has signed in: a made-up id, and a
 * proof that only this installation can make, for this account alone.
 */
export function markDevice(email: string): string {
  const id = makeSecret()
  return `${id}.${proofOf(id, email)}`
}

/** The id in a mark; null when it is none of ours, or another account's. */
export function readDevice(mark: string | undefined, email: string): string | null {
  const [id = '', proof = ''] = mark?.split('.') ?? []
  return isSameSecret(proof, proofOf(id, email)) ? id : null
}

function proofOf(id: string, email: string): string {
  const key = derivedSecret('known devices')
  return createHmac('sha256', key).update(`${id} ${email}`).digest('base64url')
}
