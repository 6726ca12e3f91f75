import { addAppSecret, isSecretInFile, readAppSecrets, saveAppSecrets } from '#lib/app-secrets.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { exclusively } from '#lib/db/exclusively.ts'
import { listUsedKeyIds, resealColumn, SEALED_COLUMNS } from '#lib/db/sealed-columns.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { listKeyIds } from '#lib/secrets.ts'

export type SecretRotation = {
  /** Names the key that everything is sealed with now; it tells nothing of the secret. */
  keyId: string
  previousKeyId: string | null
  resealedCount: number
  /** Whether this went on with a rotation that was cut off. */
  isResumed: boolean
  /** What the operator has to do now. */
  next: string
}

/**
 * Seals every stored secret anew, with a new APP_SECRET, while the product runs;
 * for the operator. Both secrets open what is stored until the end and after it.
 * Cut off at any point, a second run goes on. Throws `conflict` when APP_SECRET
 * is set by the environment and APP_SECRET_PREVIOUS is not, when a stored secret
 * was sealed with a secret that is not there, or when another run is under way.
 */
export function rotateSecret(): Promise<SecretRotation> {
  return exclusively('a rotation of the secret', async () => {
    const used = await requireOpenable()
    const isResumed = isCutOff(used)
    if (isSecretInFile() && !isResumed) makeWayForNewSecret()
    const [keyId = '', previousKeyId = null] = listKeyIds()
    const resealedCount = await resealAll(keyId)
    await inTransaction((db) =>
      insertAuditEntry(db, {
        merchantId: null,
        actor: OPERATOR,
        action: 'secret.rotated',
        details: { keyId, previousKeyId, resealedCount },
      }),
    )
    return { keyId, previousKeyId, resealedCount, isResumed, next: describeNext() }
  })
}

async function requireOpenable(): Promise<string[]> {
  if (!isSecretInFile() && listKeyIds().length < 2)
    throw new AppError(
      'conflict',
      'APP_SECRET is set by the environment, so choose the new one there: start every process, this command too, with APP_SECRET set to the new secret and APP_SECRET_PREVIOUS to the old one; then run this again.',
    )
  const used = await listUsedKeyIds(prisma())
  const strange = used.filter((id) => !listKeyIds().includes(id))
  if (strange.length === 0) return used
  throw new AppError(
    'conflict',
    `Some stored secrets were sealed with a secret that is not here (key ${strange.join(', ')}): put back the app-secret of DATA_DIR, or APP_SECRET, that they were saved with.`,
  )
}

/** Whether some values wait for a secret that came in before; one of the environment only counts once it sealed something. */
function isCutOff(used: readonly string[]): boolean {
  const [current = ''] = listKeyIds()
  return (
    used.some((id) => id !== current) &&
    (isSecretInFile() ? listKeyIds().length > 1 : used.includes(current))
  )
}

/** Nothing is sealed with the older ones any more; the one before stays, for what is being saved at this moment. */
function makeWayForNewSecret(): void {
  saveAppSecrets(readAppSecrets().slice(0, 1))
  addAppSecret()
}

async function resealAll(keyId: string): Promise<number> {
  let count = 0
  for (const column of SEALED_COLUMNS) count += await resealColumn(prisma(), column, keyId)
  return count
}

function describeNext(): string {
  return isSecretInFile()
    ? 'Nothing: running processes read the new secret by themselves. Back up DATA_DIR/app-secret anew. People sign in again after the next start.'
    : 'Start every process without APP_SECRET_PREVIOUS, one by one; keep the old secret until all have. Run this command once more before, if anything was saved meanwhile.'
}
