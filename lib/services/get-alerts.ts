import { requireDeed } from '#lib/access-check.ts'
import { loadAlertChannels } from '#lib/db/alert-channels.ts'
import { listAlerts } from '#lib/db/alert-history.ts'
import { findDigestHour } from '#lib/db/alert-settings.ts'
import { prisma } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AlertsView } from '#lib/domain/alert-channel.ts'
import { env } from '#lib/env.ts'

const RECENT_COUNT = 20

/** Where a merchant's alerts go and what was told lately; of a webhook's address only its host and its end. */
export async function getAlerts(access: Access): Promise<AlertsView> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const [channels, digestHour, { timeZone }, recent] = await Promise.all([
    loadAlertChannels(db, merchantId),
    findDigestHour(db, merchantId),
    getMerchant(db, merchantId),
    listAlerts(db, merchantId, RECENT_COUNT),
  ])
  return {
    channels: channels.map(({ id, kind, target, tells }) => ({ id, kind, target, tells })),
    digestHour,
    timeZone,
    isMailReady: env.SMTP_URL !== undefined,
    recent,
  }
}
