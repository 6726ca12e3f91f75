import { prisma } from '#lib/db/client.ts'
import { countFreeCalls } from '#lib/db/ontraport-turn.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { accountName } from '#lib/ontraport/rest/account.ts'
import type { SendingConnection } from './load-connections.ts'
import { putOff } from './put-off.ts'

/** A sale of a known product is two calls, one of new products six or more. */
const CALLS_A_MESSAGE = 3

/**
 * Those of these, from the first on, that their account has calls left for. The
 * others wait in the backlog, which goes out in portions, so that no message
 * waits for its turn in a worker's place.
 */
export async function admit(
  transmissions: readonly SendableTransmission[],
  connections: ReadonlyMap<string, SendingConnection>,
): Promise<SendableTransmission[]> {
  const byAccount = Map.groupBy(transmissions, (row) => accountOf(connections.get(row.merchantId)))
  const admitted = await Promise.all(
    [...byAccount].map(([account, rows]) => (account === null ? rows : admitTo(account, rows))),
  )
  return admitted.flat()
}

function accountOf(connection: SendingConnection | undefined): string | null {
  return connection?.target.kind === 'api' ? accountName(connection.target.access) : null
}

async function admitTo(
  account: string,
  rows: readonly SendableTransmission[],
): Promise<SendableTransmission[]> {
  const room = Math.floor((await countFreeCalls(prisma(), account)) / CALLS_A_MESSAGE)
  const later = rows.slice(Math.max(0, room))
  await putOff(later)
  return rows.slice(0, Math.max(0, room))
}
