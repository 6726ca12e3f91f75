/** One entry of the audit trail: who did what and when. `details` holds no secret. */
export type AuditRow = {
  id: string
  /** An email, `token:NAME` or `operator`. */
  actor: string
  /** `noun.past-verb`, such as `connection.changed`. */
  action: string
  details: Record<string, unknown>
  /** ISO 8601 in UTC. */
  createdAt: string
}

/** Every absent one lets all through; both compare whole. */
export type AuditFilter = { actor?: string; action?: string }

export type AuditPage = { entries: AuditRow[]; nextCursor: string | null }
