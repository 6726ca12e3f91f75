import { unpackText } from '#lib/packed-text.ts'

/** Turns all that is packed in rows into what versions before packing wrote: in the clear, and bodies with gzip. */
export async function layOpen(): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  const { gzipSync } = await import('node:zlib')
  for (const { merchantId, kind, reference, packed } of await prisma().stream.findMany())
    if (packed !== null)
      await prisma().$executeRaw`
        UPDATE stream SET known_plain = ${textOf(packed)}::jsonb, packed = NULL
        WHERE merchant_id = ${merchantId} AND kind = ${kind} AND reference = ${reference}`
  for (const { transmissionId, packed, packedLines } of await prisma().transmissionBody.findMany())
    await prisma().$executeRaw`
      UPDATE transmission_body SET packed = NULL, packed_lines = NULL,
        event = coalesce(${packed && textOf(packed)}::jsonb, event),
        lines = coalesce(${packedLines && textOf(packedLines)}::jsonb, lines)
      WHERE transmission_id = ${transmissionId}::uuid`
  for (const { transmissionId, number, packedRequest } of await prisma().attempt.findMany())
    await prisma().$executeRaw`
      UPDATE attempt SET packed_request = NULL,
        request = coalesce(${packedRequest && textOf(packedRequest)}, request)
      WHERE transmission_id = ${transmissionId}::uuid AND number = ${number}`
  for (const { id, body } of await prisma().delivery.findMany())
    await prisma().delivery.updateMany({
      where: { id },
      data: { body: Uint8Array.from(gzipSync(unpackText(body))) },
    })
}

function textOf(packed: Uint8Array): string {
  return unpackText(packed).toString()
}
