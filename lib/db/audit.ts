import type { AuditFilter, AuditPage, AuditRow } from '#lib/domain/audit.ts'
import { newId } from '#lib/ids.ts'
import type { Db } from './client.ts'
import { isUuid, makeCursor, readCursor, withoutNul } from './cursors.ts'
import type { AuditEntryModel } from './generated/models/AuditEntry.ts'

/** Who did what, for which merchant. `details` holds no secret. */
export type AuditEntry = {
  merchantId: string | null
  actor: string
  /** `noun.past-verb`, such as `connection.changed`. */
  action: string
  details?: Record<string, string | number | boolean | null | string[]>
}

/** Written in the transaction of the change, so that there is never one without the other. */
export async function insertAuditEntry(db: Db, entry: AuditEntry): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      merchantId: entry.merchantId,
      actor: entry.actor,
      action: entry.action,
      details: storable(entry.details),
    },
  })
}

/** How often something was done for a merchant since a moment; counting stops at `most`. */
export async function countAuditEntries(
  db: Db,
  merchantId: string,
  { action, since, most }: { action: string; since: Date; most: number },
): Promise<number> {
  const where = { merchantId, action, createdAt: { gt: since } }
  return (await db.auditEntry.findMany({ where, select: { id: true }, take: most })).length
}

/** One page of a merchant's audit trail, newest first. */
export async function listAuditRows(
  db: Db,
  merchantId: string,
  { filter, limit, cursor }: { filter: AuditFilter; limit: number; cursor: string | null },
): Promise<AuditPage> {
  const before = cursor === null ? null : readCursor(cursor, isUuid)
  const rows = await db.auditEntry.findMany({
    where: {
      merchantId,
      ...(filter.actor === undefined ? {} : { actor: withoutNul(filter.actor) }),
      ...(filter.action === undefined ? {} : { action: withoutNul(filter.action) }),
      ...(before === null ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const entries = rows.slice(0, limit).map(toRow)
  const last = rows.length > limit ? entries.at(-1) : undefined
  return { entries, nextCursor: last === undefined ? null : makeCursor(last.id) }
}

/** Who and what occurs in a merchant's trail, for filters. */
export async function listAuditChoices(
  db: Db,
  merchantId: string,
): Promise<{ actors: string[]; actions: string[] }> {
  const [actors, actions] = await Promise.all([
    db.auditEntry.findMany({ where: { merchantId }, distinct: ['actor'], select: { actor: true } }),
    db.auditEntry.findMany({
      where: { merchantId },
      distinct: ['action'],
      select: { action: true },
    }),
  ])
  return {
    actors: actors.map((row) => row.actor).sort(),
    actions: actions.map((row) => row.action).sort(),
  }
}

function toRow(row: AuditEntryModel): AuditRow {
  const isObject = typeof row.details === 'object' && row.details !== null
  return {
    id: row.id,
    actor: row.actor,
    action: row.action,
    details: isObject ? Object.fromEntries(Object.entries(row.details ?? {})) : {},
    createdAt: row.createdAt.toISOString(),
  }
}

/** What people gave may hold what JSON can say and the database cannot: NUL, and halves of characters. */
function storable(details: AuditEntry['details'] = {}): NonNullable<AuditEntry['details']> {
  const clean = (text: string): string => withoutNul(text).toWellFormed()
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (typeof value === 'string') return [name, clean(value)]
      return [name, Array.isArray(value) ? value.map(clean) : value]
    }),
  )
}
