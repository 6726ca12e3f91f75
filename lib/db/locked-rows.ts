import { Prisma } from './generated/client.ts'

/**
 * For an UPDATE of several transmissions: the ids of those (`transmission t`)
 * that meet a condition, locked in one order, so that two that want the same
 * rows wait for each other and never in a circle.
 */
export function lockedRows(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT t.id FROM transmission t WHERE ${condition} ORDER BY t.id FOR UPDATE)`
}
