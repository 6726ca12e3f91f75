import { RECENT_MINUTES, type RelayFigures } from '#lib/metrics.ts'
import type { Db } from './client.ts'

const OPEN_STATUSES = ['queued', 'sending', 'retrying', 'unconfirmed']

/** The relay's standing over all merchants, from the index of what is open and the newest deliveries. */
export async function loadRelayFigures(db: Db): Promise<RelayFigures> {
  const open = await db.$queryRaw<{ status: string; count: number; age: number }[]>`
    SELECT status, count(*)::integer AS count,
      extract(epoch FROM now() - min(created_at))::double precision AS age
    FROM transmission
    WHERE status IN ('queued', 'sending', 'retrying', 'unconfirmed') GROUP BY status`
  const [rest] = await db.$queryRaw<Rest[]>`
    SELECT (SELECT count(*)::integer FROM connection WHERE paused_at IS NOT NULL) AS paused,
      (SELECT count(*)::integer FROM circuit WHERE state = 'open') AS silent,
      count(*) FILTER (WHERE error IS NULL)::integer AS accepted, count(error)::integer AS refused
    FROM delivery
    WHERE id >= uuid_v7_floor(now() - make_interval(mins => ${RECENT_MINUTES}))`
  const waiting = open.filter((row) => row.status === 'queued' || row.status === 'retrying')
  return {
    openTransmissions: OPEN_STATUSES.map((status) => ({
      status,
      count: open.find((row) => row.status === status)?.count ?? 0,
    })),
    oldestWaitingSeconds: Math.max(0, ...waiting.map((row) => row.age)),
    pausedConnections: rest?.paused ?? 0,
    openCircuits: rest?.silent ?? 0,
    recentDeliveries: { accepted: rest?.accepted ?? 0, refused: rest?.refused ?? 0 },
  }
}

type Rest = { paused: number; silent: number; accepted: number; refused: number }
