import { requireDeed } from '#lib/access-check.ts'
import {
  type AlertChannel,
  findAlertChannel,
  insertAlertChannel,
  loadAlertChannels,
  updateAlertChannel,
} from '#lib/db/alert-channels.ts'
import { findDigestHour, saveDigestHour } from '#lib/db/alert-settings.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { getMerchant, lockMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  type AlertChannelView,
  type AlertChannelWish,
  checkMailAddress,
  checkTells,
  checkWebhookUrl,
  MOST_CHANNELS,
} from '#lib/domain/alert-channel.ts'
import { digestDay } from '#lib/domain/digest-day.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'

/**
 * Adds a channel, or changes what one is told of and, where a target is given,
 * where it leads. `malformed` for an address that will not do, `not-found` for
 * an unknown channel, `conflict` for a mail address that is there already, and
 * for one channel too many.
 */
export async function saveAlertChannel(
  access: Access,
  wish: AlertChannelWish,
  now: Date = new Date(),
): Promise<AlertChannelView> {
  requireDeed(access, 'edit')
  const target = wish.target === null ? null : tidyTarget(wish.target, wish.kind)
  requireFields(checkTarget({ ...wish, target }), checkTells(wish.tells))
  const { merchantId, actor } = access
  return inTransaction(async (db) => {
    await lockMerchant(db, merchantId)
    const saved = await save(db, merchantId, { ...wish, target }, now)
    const { id, kind, target: shown, tells } = saved
    const action = wish.id === null ? 'alert-channel.added' : 'alert-channel.changed'
    const details = { kind, target: shown, tells }
    await insertAuditEntry(db, { merchantId, actor, action, details })
    return { id, kind, target: shown, tells }
  })
}

function tidyTarget(target: string, kind: AlertChannelWish['kind']): string {
  return kind === 'mail' ? target.trim().toLowerCase() : target.trim()
}

function checkTarget({ id, kind, target }: AlertChannelWish): string | null {
  if (target === null && id !== null) return null
  return kind === 'mail'
    ? checkMailAddress(target ?? '')
    : checkWebhookUrl(target ?? '', env.ALLOW_PRIVATE_ADDRESSES.length > 0)
}

async function save(
  db: Db,
  merchantId: string,
  { id, kind, target, tells }: AlertChannelWish,
  now: Date,
): Promise<AlertChannel> {
  const present = await loadAlertChannels(db, merchantId)
  if (kind === 'mail' && present.some((other) => other.id !== id && other.target === target))
    throw new AppError('conflict', 'Alerts go to this address already.')
  if (id === null) {
    if (present.length >= MOST_CHANNELS)
      throw new AppError('conflict', `There are ${MOST_CHANNELS} channels already: remove one.`)
    await beginWatch(db, merchantId, now)
    return insertAlertChannel(db, merchantId, { kind, target: target ?? '', tells })
  }
  const channel = await findAlertChannel(db, merchantId, id)
  if (channel === null || channel.kind !== kind)
    throw new AppError('not-found', 'There is no such channel any more.')
  return updateAlertChannel(db, channel, { target, tells })
}

/** From now on; a digest whose hour has passed today is not made up for. */
async function beginWatch(db: Db, merchantId: string, now: Date): Promise<void> {
  const { timeZone } = await getMerchant(db, merchantId)
  const hour = await findDigestHour(db, merchantId)
  await saveDigestHour(db, merchantId, { hour, doneDay: digestDay(now, { timeZone, hour }) })
}
