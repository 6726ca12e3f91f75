import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { PacketNotes, PacketPreview } from '#lib/domain/support-packet.ts'
import { writeZip } from '#lib/zip-writer.ts'
import { collectPacket, type PacketScope } from './make-support-packet/collect-packet.ts'
import { packetFiles } from './make-support-packet/packet-files.ts'
import { redactPacket } from './make-support-packet/redact-packet.ts'

/**
 * What the packet for these transmissions would hold: the six pieces of
 * evidence that ONTRAPORT's support asks for, and the names and sizes of its
 * files. `not-found` for an unknown transmission and for another merchant's.
 */
export async function previewSupportPacket(
  access: Access,
  scope: PacketScope,
  notes: PacketNotes,
): Promise<PacketPreview> {
  requireDeed(access, 'read')
  const packet = await makePacket(access, scope, notes)
  const files = packetFiles(packet).map(({ name, text }) => ({
    name,
    sizeBytes: Buffer.byteLength(text),
  }))
  const entries = packet.entries.map(({ request: _, attempts: __, lines: ___, ...row }) => row)
  return { ...packet, entries, files }
}

/** The same packet as a ZIP archive; who took it is in the audit trail. */
export async function zipSupportPacket(
  access: Access,
  scope: PacketScope,
  notes: PacketNotes,
): Promise<Uint8Array<ArrayBuffer>> {
  requireDeed(access, 'read')
  const { merchantId, actor } = access
  const packet = await makePacket(access, scope, notes)
  await insertAuditEntry(prisma(), {
    merchantId,
    actor,
    action: 'packet.downloaded',
    details: {
      transmissionIds: packet.entries.map(({ id }) => id),
      areEmailsMasked: notes.areEmailsMasked,
    },
  })
  return writeZip(packetFiles(packet), new Date(packet.madeAt))
}

async function makePacket(access: Access, scope: PacketScope, notes: PacketNotes) {
  const { packet, connection } = await collectPacket(access, scope, notes)
  return redactPacket(packet, connection)
}
