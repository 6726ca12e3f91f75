import { prisma } from '#lib/db/client.ts'
import { eraseBodies, loadBodies } from '#lib/db/deliveries.ts'
import { FIRST_ID } from '#lib/db/remove-expired.ts'
import { unpackLargeText } from '#lib/packed-text.ts'
import { textsOfBody } from '#lib/ultracart/texts-of-body.ts'

const BATCH_SIZE = 50

/**
 * Goes through every body that a merchant's store delivered and takes away those
 * in which the pattern is found, batch by batch; gives how many. Bodies of other
 * people that came with them go, too: they are evidence only. `null` for `now` counts.
 */
export async function eraseDeliveries(
  merchantId: string,
  pattern: RegExp,
  now: Date | null,
): Promise<number> {
  let count = 0
  let after = FIRST_ID
  for (;;) {
    const batch = await loadBodies(prisma(), merchantId, { after, limit: BATCH_SIZE })
    const last = batch.at(-1)
    if (last === undefined) return count
    const found: string[] = []
    for (const { id, body } of batch)
      if (pattern.test(textsOfBody(await unpackLargeText(body)))) found.push(id)
    if (now !== null && found.length > 0) await eraseBodies(prisma(), found, now)
    count += found.length
    after = last.id
  }
}
