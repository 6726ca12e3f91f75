import { v7 } from 'uuid'
import { prisma } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { LineView } from '#lib/domain/transmission.ts'
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

/** The event of a transmission, and its text once that is composed. */
export async function buildBody(
  transmissionId: string,
  event: StoreEvent,
  { request = null, lines = null }: { request?: string | null; lines?: LineView[] | null } = {},
): Promise<void> {
  await prisma().$executeRaw`
    INSERT INTO transmission_body (transmission_id, event, request, lines)
    VALUES (${transmissionId}::uuid, ${JSON.stringify(event)}::jsonb, ${request},
            ${lines === null ? null : JSON.stringify(lines)}::jsonb)`
}

/** A finished attempt of a quarter of a second. */
export async function buildAttempt(
  transmissionId: string,
  given: Omit<Prisma.AttemptCreateInput, 'transmissionId' | 'trigger' | 'startedAt' | 'url'>,
): Promise<void> {
  await prisma().attempt.create({
    data: {
      transmissionId,
      trigger: 'auto',
      startedAt: '2026-11-20T10:00:00.000Z',
      finishedAt: '2026-11-20T10:00:00.250Z',
      url: 'https://app.ontraport.com/receivers/ultracart.php?account_id=••••4f2a',
      ...given,
    },
  })
}
