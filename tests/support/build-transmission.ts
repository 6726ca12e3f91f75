import { v7 } from 'uuid'
import { prisma } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { newId } from '#lib/ids.ts'

type Given = Partial<Prisma.TransmissionCreateManyInput> & { merchantId: string }

/** The row of a queued sale, with what is given in place of the defaults; its id is of the time it was created at. */
export function transmissionRow(given: Given): Prisma.TransmissionCreateManyInput {
  const createdAt = new Date(given.createdAt ?? Date.now())
  return {
    id: given.createdAt === undefined ? newId() : v7({ msecs: createdAt.getTime() }),
    type: 'sale',
    status: 'queued',
    description: 'Sale of DEMO-1001',
    streamKind: 'order',
    reference: 'DEMO-1001',
    position: 1,
    ...given,
    createdAt,
  }
}

/** Inserts the rows one by one, in this order, and answers their ids. */
export async function buildTransmissions(...given: Given[]): Promise<string[]> {
  const rows = given.map(transmissionRow)
  await prisma().transmission.createMany({ data: rows })
  return rows.map((row) => row.id)
}

export async function buildTransmission(given: Given): Promise<string> {
  const row = transmissionRow(given)
  await prisma().transmission.create({ data: row })
  return row.id
}
