import { prisma } from '#lib/db/client.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import { findTokenOwner, noteTokenUse } from '#lib/db/tokens.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/**
 * The access that a bearer token gives: its one merchant's, as an editor.
 * `unauthorized` when the header is missing or another scheme's, or the token is
 * unknown or revoked, `unavailable` while the database is away.
 */
export async function authenticateToken(authorizationHeader: string | null): Promise<Access> {
  const token = /^Bearer +(\S+)$/i.exec(authorizationHeader?.trim() ?? '')?.[1]
  if (token === undefined)
    throw new AppError(
      'unauthorized',
      "Send a token of the merchant's as the header `Authorization: Bearer TOKEN`.",
    )
  const owner = await orUnavailable(() => findTokenOwner(prisma(), token))
  if (owner === null) throw new AppError('unauthorized', 'This token is unknown or revoked.')
  await orUnavailable(() => noteTokenUse(prisma(), owner.tokenId, new Date()))
  return { merchantId: owner.merchantId, role: 'editor', actor: `token:${owner.name}` }
}
