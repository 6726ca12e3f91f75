import { z } from 'zod'
import type { Access } from '#lib/domain/access.ts'
import type { PacketNotes } from '#lib/domain/support-packet.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { readLogFilter } from '../read-log-filter.ts'

const text = (longest: number) => z.string().trim().max(longest).catch('')

const wishSchema = z.object({
  id: z.string().optional().catch(undefined),
  formUrl: text(500),
  formName: text(200),
  note: text(2_000),
  mask: z.string().optional().catch(undefined),
})

export type PacketWish = {
  scope: { kind: 'transmission'; id: string } | { kind: 'filter'; filter: TransmissionFilter }
  notes: PacketNotes
}

/** Which transmissions the packet is for (`id`, else the log's filter) and what the merchant adds to it. */
export async function readPacketWish(
  access: Access,
  search: Record<string, string | string[] | undefined>,
): Promise<PacketWish> {
  const { id, mask, ...words } = wishSchema.parse(search)
  const notes = { ...words, areEmailsMasked: mask !== undefined }
  if (id !== undefined) return { scope: { kind: 'transmission', id }, notes }
  return { scope: { kind: 'filter', filter: await readLogFilter(access, search) }, notes }
}
