import { prisma } from '#lib/db/client.ts'
import { type Connection, getConnection, restorePauseOf } from '#lib/db/connections.ts'
import { findTransmission } from '#lib/db/log.ts'
import { findMerchant } from '#lib/db/merchants.ts'
import { loadThemes } from '#lib/db/themes.ts'
import { loadTransmissionParts } from '#lib/db/transmission-parts.ts'
import { walkLog } from '#lib/db/walk-log.ts'
import type { Access } from '#lib/domain/access.ts'
import { fullName } from '#lib/domain/full-name.ts'
import { personOf } from '#lib/domain/person-of.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import {
  PACKET_LIMIT,
  type PacketEntry,
  type PacketNotes,
  type SupportPacket,
} from '#lib/domain/support-packet.ts'
import type { TransmissionFilter, TransmissionRow } from '#lib/domain/transmission.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { maskedUrl } from '#lib/ontraport/receiver-url.ts'
import { accessOf, apiAddress } from '#lib/ontraport/rest/account.ts'
import { SANDBOX_URL } from '#lib/ontraport/sandbox-receiver.ts'
import { hintOf } from '#lib/secrets.ts'

/** One transmission, or those that a filter of the log finds. */
export type PacketScope =
  | { kind: 'transmission'; id: string }
  | { kind: 'filter'; filter: TransmissionFilter }

/** Everything that the packet tells, not yet redacted, beside the connection whose secrets must not be in it. */
export async function collectPacket(
  { merchantId, actor }: Access,
  scope: PacketScope,
  notes: PacketNotes,
): Promise<{ packet: SupportPacket; connection: Connection }> {
  const [merchant, connection, themes, found] = await Promise.all([
    findMerchant(prisma(), merchantId),
    getConnection(prisma(), merchantId),
    loadThemes(prisma(), merchantId),
    findRows(merchantId, scope),
  ])
  const loaded = await Promise.all(found.slice(0, PACKET_LIMIT).map(loadEntry))
  const packet = {
    ...notes,
    ...describeConnection(connection),
    merchantId,
    merchantName: merchant?.name ?? merchantId,
    madeAt: new Date().toISOString(),
    madeBy: actor,
    themes: themes.map(({ key, ontraportHost }) => ({ theme: key, host: ontraportHost })),
    contacts: listContacts(loaded),
    entries: loaded.map(({ entry }) => entry),
    isMore: found.length > PACKET_LIMIT,
  }
  return { packet, connection }
}

async function findRows(merchantId: string, scope: PacketScope): Promise<TransmissionRow[]> {
  if (scope.kind === 'transmission') {
    const found = await findTransmission(prisma(), merchantId, scope.id)
    if (found === null) throw new AppError('not-found', 'There is no such transmission.')
    return [found.row]
  }
  const rows: TransmissionRow[] = []
  for await (const page of walkLog(merchantId, scope.filter, PACKET_LIMIT + 1)) {
    rows.push(...page)
    if (rows.length > PACKET_LIMIT) break
  }
  return rows
}

type Loaded = { entry: PacketEntry; event: StoreEvent | null }

async function loadEntry(row: TransmissionRow): Promise<Loaded> {
  const { event, request, lines, attempts } = await loadTransmissionParts(prisma(), row.id)
  const sent = attempts.at(-1)?.request ?? request
  return { event, entry: { ...row, request: sent, lines: lines ?? [], attempts } }
}

function describeConnection(connection: Connection) {
  const { method, way, apiKey, app, isSandbox, pausedAt } = connection
  const opener = way === 'rest' ? (app?.appId ?? null) : apiKey
  // ONTRAPORT has nothing to do with the pause of a restored store.
  const isTurnedAway = pausedAt !== null && restorePauseOf(connection) === null
  return {
    method,
    way,
    keyHint: opener === null ? null : hintOf(opener),
    receiverUrl: isSandbox ? SANDBOX_URL : addressOf(connection),
    pausedAt: isTurnedAway ? pausedAt.toISOString() : null,
  }
}

function addressOf({ way, app, apiKey }: Connection): string {
  return way === 'rest' && app !== null
    ? apiAddress(accessOf(app))
    : maskedUrl(env.ONTRAPORT_URL, apiKey ?? '')
}

/** Each buyer once, as of the newest transmission. */
function listContacts(loaded: readonly Loaded[]): SupportPacket['contacts'] {
  const byEmail = new Map<string, SupportPacket['contacts'][number]>()
  for (const { entry, event } of loaded) {
    const { email, reference, status, responseCode } = entry
    if (email === null || byEmail.has(email.toLowerCase())) continue
    const outcome = responseCode === null ? status : `${status}, code ${responseCode}`
    byEmail.set(email.toLowerCase(), { email, name: nameOf(event), reference, outcome })
  }
  return [...byEmail.values()]
}

/** What came to us, a poll or a receipt, is about nobody. */
function nameOf(event: StoreEvent | null): string {
  const person = event === null || !('kind' in event) ? null : personOf(event)
  return person === null ? '' : fullName(person)
}
