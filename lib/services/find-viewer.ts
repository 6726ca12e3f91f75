import { prisma } from '#lib/db/client.ts'
import { findViewerRow } from '#lib/db/users.ts'
import type { Viewer } from '#lib/domain/access.ts'

/** Who a session belongs to, with today's roles; null when its version is over, as after a change of password or role. */
export function findViewer(userId: string, sessionVersion: number): Promise<Viewer | null> {
  return findViewerRow(prisma(), userId, sessionVersion)
}
