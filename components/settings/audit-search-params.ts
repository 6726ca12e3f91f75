import { createLoader, createSerializer, parseAsString } from 'nuqs/server'
import type { AuditFilter } from '#lib/domain/audit.ts'

export const auditSearchParams = {
  who: parseAsString,
  deed: parseAsString,
  cursor: parseAsString,
}

export type AuditSearch = { who: string | null; deed: string | null; cursor: string | null }

export const loadAuditSearch = createLoader(auditSearchParams)

const serialize = createSerializer(auditSearchParams)

/** The address of a page of the audit trail. */
export function auditPath(search: AuditSearch): string {
  return serialize('/settings/audit', search)
}

/** The address of all that a search finds, as CSV. */
export function auditDownloadPath({ who, deed }: AuditSearch): string {
  return serialize('/settings/audit/download', { who, deed })
}

export function toAuditFilter({ who, deed }: AuditSearch): AuditFilter {
  return { ...(who !== null && { actor: who }), ...(deed !== null && { action: deed }) }
}
