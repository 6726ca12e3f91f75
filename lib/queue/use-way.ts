import type { Db } from '#lib/db/client.ts'
import { type AppCredentials, saveConnection } from '#lib/db/connections.ts'
import type { Way } from '#lib/domain/connection.ts'
import { resumeConnection } from './resume-connection.ts'
import { noteAnswer } from './settle-circuits.ts'

/**
 * Chooses by which of ONTRAPORT's doors a merchant's messages go, with the
 * caller's transaction. What was told stays told; what waits goes out by the
 * new way, and a silence or a pause of the old one is over.
 */
export async function useWay(
  db: Db,
  merchantId: string,
  { way, app, now }: { way: Way; app?: AppCredentials | undefined; now: Date },
): Promise<void> {
  await saveConnection(db, merchantId, { way, ...(app === undefined ? {} : { app }) })
  await noteAnswer(db, merchantId, now)
  await resumeConnection(db, merchantId, now)
}
