import type { AlertKind } from '#lib/domain/alert.ts'
import { type AlertChannelKind, hintOfWebhookUrl, readTells } from '#lib/domain/alert-channel.ts'
import { newId } from '#lib/ids.ts'
import { seal, unseal } from '#lib/secrets.ts'
import type { Db } from './client.ts'
import type { AlertChannelModel } from './generated/models/AlertChannel.ts'
import { alertWebhookPlace } from './sealed-columns.ts'

/** Where alerts go; `target` is the mail address, or what people may see of the webhook's address. */
export type AlertChannel = {
  id: string
  kind: AlertChannelKind
  target: string
  tells: AlertKind[]
  testedAt: Date | null
}

/** A merchant's channels, mails first, by their address. */
export async function loadAlertChannels(db: Db, merchantId: string): Promise<AlertChannel[]> {
  const rows = await db.alertChannel.findMany({
    where: { merchantId },
    orderBy: [{ kind: 'asc' }, { address: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toChannel)
}

export async function findAlertChannel(
  db: Db,
  merchantId: string,
  id: string,
): Promise<AlertChannel | null> {
  const row = await db.alertChannel.findFirst({ where: { merchantId, id } })
  return row === null ? null : toChannel(row)
}

/** The webhook's whole address, in clear: never handed to a log or a face. `null` for one that is not there. */
export async function findWebhookUrl(db: Db, id: string): Promise<string | null> {
  const row = await db.alertChannel.findUnique({
    where: { id },
    select: { webhookUrlSealed: true },
  })
  return row?.webhookUrlSealed == null ? null : unseal(row.webhookUrlSealed, alertWebhookPlace(id))
}

/** A target in clear: a mail address, or the whole address of a webhook. */
export type NewAlertChannel = { kind: AlertChannelKind; target: string; tells: AlertKind[] }

export async function insertAlertChannel(
  db: Db,
  merchantId: string,
  { kind, target, tells }: NewAlertChannel,
): Promise<AlertChannel> {
  const id = newId()
  const data = { id, merchantId, kind, tells, ...targetColumns(id, kind, target) }
  return toChannel(await db.alertChannel.create({ data }))
}

/** Changes what it is told of, and its target where one is given. */
export async function updateAlertChannel(
  db: Db,
  { id, kind }: AlertChannel,
  { target, tells }: { target: string | null; tells: AlertKind[] },
): Promise<AlertChannel> {
  const columns = target === null ? {} : targetColumns(id, kind, target)
  return toChannel(await db.alertChannel.update({ where: { id }, data: { tells, ...columns } }))
}

export async function deleteAlertChannel(db: Db, id: string): Promise<void> {
  await db.alertChannel.delete({ where: { id } })
}

/** Notes that a channel is tested now, unless it was since `notSince`; says whether it may be. */
export async function claimAlertTest(
  db: Db,
  id: string,
  { now, notSince }: { now: Date; notSince: Date },
): Promise<boolean> {
  const { count } = await db.alertChannel.updateMany({
    where: { id, OR: [{ testedAt: null }, { testedAt: { lte: notSince } }] },
    data: { testedAt: now },
  })
  return count === 1
}

function targetColumns(id: string, kind: AlertChannelKind, target: string) {
  return kind === 'mail'
    ? { address: target }
    : {
        webhookUrlSealed: seal(target, alertWebhookPlace(id)),
        webhookUrlHint: hintOfWebhookUrl(target),
      }
}

function toChannel(row: AlertChannelModel): AlertChannel {
  return {
    id: row.id,
    kind: row.kind === 'mail' ? 'mail' : 'webhook',
    target: row.address ?? row.webhookUrlHint ?? '',
    tells: Array.isArray(row.tells) ? readTells(row.tells) : [],
    testedAt: row.testedAt,
  }
}
