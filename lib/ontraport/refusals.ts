import type { Outcome } from '#lib/domain/transmission.ts'

/** ONTRAPORT has said no to this message; sent again as it is, it would be refused again. */
export function refused(reason: string): Outcome {
  return { kind: 'refused', reason, isCredentialFault: false }
}

/** ONTRAPORT has turned the key away, and with it every message. */
export function credentialFault(reason: string): Outcome {
  return { kind: 'refused', reason, isCredentialFault: true }
}
