import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadTokens } from '#lib/db/tokens.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TokenRow } from '#lib/domain/api-token.ts'

/** The merchant's tokens that work, the newest first; an owner sees them. */
export function listTokens(access: Access): Promise<TokenRow[]> {
  requireDeed(access, 'own')
  return loadTokens(prisma(), access.merchantId)
}
