import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { countWaiting, hasLiveStreams, listSandboxMessages } from '#lib/db/sandbox.ts'
import type { Access } from '#lib/domain/access.ts'
import type { SandboxView } from '#lib/domain/sandbox.ts'
import { AppError } from '#lib/errors.ts'

/** How the sandbox stands and the `limit` messages that it received last. `not-found` for a merchant without a connection. */
export async function getSandbox(
  access: Access,
  { limit }: { limit: number },
): Promise<SandboxView> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const [connection, messages, waiting, isLiveKnown] = await Promise.all([
    findConnection(db, merchantId),
    listSandboxMessages(db, merchantId, limit),
    countWaiting(db, merchantId),
    hasLiveStreams(db, merchantId),
  ])
  if (connection === null) throw new AppError('not-found', 'There is no such merchant.')
  const { isSandbox, sandboxAnswer: answer } = connection
  return { isSandbox, answer, messages, waiting, isNewToLive: !isLiveKnown }
}
