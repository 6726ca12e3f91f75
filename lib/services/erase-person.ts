import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { deleteInvitationsTo } from '#lib/db/invitations.ts'
import {
  countPersonRows,
  erasePersonCalls,
  erasePersonInAlerts,
  erasePersonInAudit,
  erasePersonInFilters,
  findPersonStreams,
  type Person,
} from '#lib/db/person-traces.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkEmail } from '#lib/domain/account-fields.ts'
import type { ErasedPerson } from '#lib/domain/erased-person.ts'
import { personPattern, spellingsOf } from '#lib/domain/person-pattern.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { derivedSecret, hashToken } from '#lib/secrets.ts'
import { eraseDeliveries } from './erase-person/erase-deliveries.ts'
import { eraseStreams } from './erase-person/erase-streams.ts'

export type Erasing = {
  email: string
  /** Only counts, and changes nothing. */
  isDryRun: boolean
  /** What becomes of what still waits to be sent: the erasing is refused, or it is never sent. */
  waiting: 'refuse' | 'skip'
}

/**
 * Erases a person by email from everything that a merchant's store keeps. What
 * was sent, when, its amount and its reference stay; of whom it was does not. A
 * later snapshot of an erased order tells nothing again. Again it finds nothing.
 * Throws `malformed` for what is no email, `conflict` while something waits that
 * is not to be skipped, or is being sent.
 */
export async function erasePerson(
  access: Access,
  { email, isDryRun, waiting }: Erasing,
  now: Date = new Date(),
): Promise<ErasedPerson> {
  requireDeed(access, 'own')
  requireFields(checkEmail(email.trim()))
  const spellings = spellingsOf(email)
  const person = {
    merchantId: access.merchantId,
    email: email.trim().toLowerCase(),
    pattern: personPattern(spellings),
  }
  const streams = await findPersonStreams(prisma(), person)
  const counts = await countPersonRows(prisma(), streams)
  const inBodies = new RegExp(personPattern([...spellings, ...longReferences(streams)]), 'i')
  if (isDryRun) {
    const deliveryCount = await eraseDeliveries(person.merchantId, inBodies, null)
    return { isDryRun, deliveryCount, ...pickCounts(counts) }
  }
  if (counts.waitingCount > 0 && waiting === 'refuse') throw stillWaiting(counts.waitingCount)
  const transmissionCount = await eraseStreams(streams, now)
  const deliveryCount = await eraseDeliveries(person.merchantId, inBodies, now)
  const erased = { isDryRun, transmissionCount, waitingCount: counts.waitingCount, deliveryCount }
  await finish(access, person, { streams, erased })
  return erased
}

function pickCounts({
  transmissionCount,
  waitingCount,
}: Omit<ErasedPerson, 'isDryRun' | 'deliveryCount'>) {
  return { transmissionCount, waitingCount }
}

/** Order ids and codes find bodies that name the order and not the buyer; a short number would find too much. */
function longReferences(streams: readonly StreamKey[]): string[] {
  return streams
    .map(({ reference }) => reference)
    .filter((reference) => reference.length >= 6 && /\D/.test(reference))
}

function stillWaiting(count: number): AppError {
  const what = count === 1 ? 'One message' : `${count} messages`
  return new AppError(
    'conflict',
    `${what} of this person still wait to be sent to ONTRAPORT. Let them go out first, or choose that they are skipped; skipped ones are never sent.`,
  )
}

async function finish(
  { merchantId, actor }: Access,
  person: Person,
  { streams, erased }: { streams: readonly StreamKey[]; erased: ErasedPerson },
): Promise<void> {
  await inTransaction(async (db) => {
    await erasePersonCalls(
      db,
      person,
      streams.map((key) => key.reference),
    )
    await erasePersonInFilters(db, person)
    await erasePersonInAlerts(db, person)
    await erasePersonInAudit(db, person)
    await deleteInvitationsTo(db, person)
    const { isDryRun: _, ...counts } = erased
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'person.erased',
      details: { personHash: hashOf(person.email), ...counts },
    })
  })
}

/** Tells whether two entries are of one person, and of whom to nobody: without APP_SECRET it cannot be guessed. */
function hashOf(email: string): string {
  return hashToken(`${derivedSecret('erased persons')}/${email}`).slice(0, 16)
}
