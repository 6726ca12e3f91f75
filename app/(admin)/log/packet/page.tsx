import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { SearchParams } from 'nuqs/server'
import { PacketScreen } from '#components/packet/packet-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { AppError } from '#lib/errors.ts'
import { previewSupportPacket } from '#lib/services/make-support-packet.ts'
import { writeQuery } from '../write-query.ts'
import { readPacketWish } from './read-packet-wish.ts'

export const metadata: Metadata = { title: PAGE_TITLES.supportPacket }

export default async function PacketPage(props: { searchParams: Promise<SearchParams> }) {
  const access = await requireAccess()
  const search = await props.searchParams
  const { scope, notes } = await readPacketWish(access, search)
  const packet = await previewSupportPacket(access, scope, notes).catch(answerNotFound)
  const { formUrl: _, formName: __, note: ___, mask: ____, ...scopeSearch } = search
  return <PacketScreen packet={packet} scopeQuery={writeQuery(scopeSearch)} />
}

function answerNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === 'not-found') notFound()
  throw error
}
