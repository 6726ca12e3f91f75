import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { countLog, type FiguresQuery } from '#lib/db/log-figures.ts'
import { findOldestWaiting } from '#lib/db/relay-health.ts'
import type { Access } from '#lib/domain/access.ts'
import { delayAtPart, type LogFigures } from '#lib/domain/log-figures.ts'
import { AppError } from '#lib/errors.ts'

const MOST_EDGES = 500

/**
 * The merchant's figures for the stretches between `edges` (at least two moments,
 * rising), of one side: live or sandbox. `type: null` and no statuses let all
 * through. `malformed` for edges that make no stretch, or more than 500 of them.
 */
export async function getLogFigures(
  access: Access,
  wanted: Omit<FiguresQuery, 'merchantId'>,
): Promise<LogFigures> {
  requireDeed(access, 'read')
  const { edges, isSandbox } = wanted
  if (edges.length < 2 || edges.length > MOST_EDGES || !areRising(edges))
    throw new AppError('malformed', 'The figures need a time range with a beginning and an end.')
  const { merchantId } = access
  const [{ counts, delays }, oldest] = await Promise.all([
    countLog(prisma(), { ...wanted, merchantId }),
    findOldestWaiting(prisma(), { merchantId, isSandbox }),
  ])
  return {
    counts,
    medianDelayMs: delayAtPart(delays, 0.5),
    p95DelayMs: delayAtPart(delays, 0.95),
    oldestWaitingAt: oldest?.toISOString() ?? null,
  }
}

function areRising(edges: readonly Date[]): boolean {
  return edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge))
}
