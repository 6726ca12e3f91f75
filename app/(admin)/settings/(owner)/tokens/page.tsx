import type { Metadata } from 'next'
import { TokensSection } from '#components/settings/tokens-section.tsx'
import { TOKENS_TEXTS } from '#components/texts/tokens.ts'
import { requireAccess } from '#lib/auth.ts'
import { listTokens } from '#lib/services/list-tokens.ts'
import { add, revoke } from './actions.ts'

export const metadata: Metadata = { title: TOKENS_TEXTS.title }

export default async function TokensPage() {
  const tokens = await listTokens(await requireAccess())
  return <TokensSection tokens={tokens} deeds={{ add, revoke }} />
}
