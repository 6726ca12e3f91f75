import { resolve } from 'node:path'
import { readAppSecrets } from '#lib/app-secrets.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { writeBackup } from '#lib/db/backup/write-backup.ts'
import { prisma } from '#lib/db/client.ts'
import { listMigrations } from '#lib/db/migrate.ts'
import { listUsedKeyIds } from '#lib/db/sealed-columns.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { lockText } from '#lib/locked-text.ts'

export type Backup = {
  file: string
  /** The moment of which it tells, ISO 8601. */
  madeAt: string
  rowCount: number
  rowCounts: Record<string, number>
  hasSecret: boolean
  /** What else has to be kept. */
  keep: string
}

const MIN_PASSPHRASE_LENGTH = 12

/**
 * Writes the whole database of one moment into a new file, for its owner alone,
 * while the product runs; for the operator. Stored keys and passwords are in it
 * sealed; with a passphrase, the secret that opens them is too. `malformed` for
 * a passphrase of less than 12 characters.
 */
export async function backUp(path: string, passphrase: string | null): Promise<Backup> {
  const file = resolve(path)
  const written = await writeBackup(file, {
    keyIds: await listUsedKeyIds(prisma()),
    migrations: await listMigrations(),
    lockedSecrets: passphrase === null ? null : await lockSecrets(passphrase),
  })
  const rowCount = Object.values(written.rowCounts).reduce((sum, count) => sum + count, 0)
  const hasSecret = passphrase !== null
  await insertAuditEntry(prisma(), {
    merchantId: null,
    actor: OPERATOR,
    action: 'backup.made',
    details: { madeAt: written.madeAt, rowCount, hasSecret },
  })
  return { file, ...written, rowCount, hasSecret, keep: describeKeeping(hasSecret) }
}

function lockSecrets(passphrase: string): Promise<string> {
  if (passphrase.length >= MIN_PASSPHRASE_LENGTH)
    return lockText(JSON.stringify(readAppSecrets()), passphrase)
  throw new AppError(
    'malformed',
    `The passphrase needs ${MIN_PASSPHRASE_LENGTH} characters or more, as the first line of standard input.`,
  )
}

function describeKeeping(hasSecret: boolean): string {
  return hasSecret
    ? 'The passphrase: without it the stored keys and passwords cannot be read.'
    : 'DATA_DIR/app-secret, or APP_SECRET, at another place: the keys and passwords in this file cannot be read without it.'
}
