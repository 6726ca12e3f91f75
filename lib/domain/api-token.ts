/** A token that works, without what it is; times are ISO 8601 in UTC. */
export type TokenRow = {
  id: string
  name: string
  /** Its last characters. */
  hint: string
  /** An email, or `operator`. */
  madeBy: string
  createdAt: string
  /** To the minute; null when it was never used. */
  lastUsedAt: string | null
}

/** `token` is in this answer only. */
export type MadeToken = { name: string; token: string }
