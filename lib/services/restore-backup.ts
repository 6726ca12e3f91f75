import { resolve } from 'node:path'
import { isSecretInFile, readAppSecrets, saveAppSecrets } from '#lib/app-secrets.ts'
import type { BackupHeader } from '#lib/db/backup/archive.ts'
import type { LostSecrets } from '#lib/db/backup/forget-sealed.ts'
import { openBackup } from '#lib/db/backup/read-backup.ts'
import { restoreInto } from '#lib/db/backup/restore-into.ts'
import { databaseUrl } from '#lib/db/database-url.ts'
import { listMigrations } from '#lib/db/migrate.ts'
import { AppError } from '#lib/errors.ts'
import { unlockText } from '#lib/locked-text.ts'
import { listKeyIds } from '#lib/secrets.ts'

export type Restoration = {
  file: string
  /** The moment that the database is at again, ISO 8601. */
  madeAt: string
  rowCount: number
  rowCounts: Record<string, number>
  /** Connections that wait for a person before anything goes out. */
  pausedCount: number
  /** Sales and refunds that may have been sent after the backup. */
  undecidedCount: number
  next: string
  /** Where the secret is lost: how many keys and chat addresses have to be entered anew, and what UltraCart has to bring now. */
  forgottenCount?: number
  webhookPasswords?: LostSecrets['webhookPasswords']
}

/**
 * Restores a backup into an empty database; for the operator, while the product
 * is stopped. `askPassphrase` is called when the secret has to come out of the
 * file. Without the secret that sealed them, stored keys are left out, and each
 * store gets a new webhook password. Throws, with nothing changed: `malformed`
 * for a file that is damaged or of a newer program, `conflict` for a database
 * that is not empty or in use, or when a secret that the file holds cannot be had.
 */
export async function restoreBackup(
  path: string,
  askPassphrase: () => Promise<string | null>,
  now: Date = new Date(),
): Promise<Restoration> {
  const file = resolve(path)
  const backup = await openBackup(file)
  await requireKnownSchema(backup.header)
  const missing = backup.header.keyIds.filter((id) => !listKeyIds().includes(id))
  const secrets = await findSecrets(backup.header, missing, askPassphrase)
  const lostKeyIds = secrets === null ? missing : []
  const { lost, ...restored } = await restoreInto(databaseUrl(), backup, { now, lostKeyIds })
  if (secrets !== null) saveAppSecrets([...secrets, ...readAppSecrets()])
  const rowCount = Object.values(restored.rowCounts).reduce((sum, count) => sum + count, 0)
  const next = lost === null ? NEXT : `${describeLoss(missing)} ${NEXT}`
  return { file, madeAt: backup.header.madeAt, rowCount, ...restored, next, ...lost }
}

const NEXT =
  'Start the product. Every live connection is paused: look in ONTRAPORT what arrived after the backup was made, decide on what the log shows as Unconfirmed, then test the key under Integration, which lets the rest go out.'

function describeLoss(keyIds: readonly string[]): string {
  return `The keys in the backup were sealed with another secret (key ${keyIds.join(', ')}) and were left out: enter them anew under Integration and Products, and give UltraCart the webhook passwords that stand here. To have the old ones instead, restore once more into a new DATA_DIR that holds the old app-secret, or with the old APP_SECRET.`
}

async function requireKnownSchema({ migrations }: BackupHeader): Promise<void> {
  const known = new Map((await listMigrations()).map(({ name, checksum }) => [name, checksum]))
  const strange = migrations.find(({ name, checksum }) => known.get(name) !== checksum)
  if (strange === undefined) return
  throw new AppError(
    'conflict',
    `The backup is of a newer program (it has the migration ${strange.name}): restore it with that version, or a newer one. Nothing was changed.`,
  )
}

/** The secrets to take over from the file; null when it holds none that are missing here. */
async function findSecrets(
  { lockedSecrets }: BackupHeader,
  missing: readonly string[],
  askPassphrase: () => Promise<string | null>,
): Promise<string[] | null> {
  if (missing.length === 0 || lockedSecrets === null) return null
  if (!isSecretInFile())
    throw new AppError(
      'conflict',
      `The keys and passwords in the backup were sealed with another secret (key ${missing.join(', ')}), which the file holds: set APP_SECRET to the old one, or unset it to have it taken from the file, then restore. Nothing was changed.`,
    )
  const passphrase = await askPassphrase()
  const text = passphrase === null ? null : await unlockText(lockedSecrets, passphrase)
  if (text !== null) return JSON.parse(text)
  throw new AppError(
    'conflict',
    'The backup holds its secret under a passphrase, and this is not it: give it as the first line of standard input. Nothing was changed.',
  )
}
