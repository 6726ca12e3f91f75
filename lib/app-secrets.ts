import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { env } from './env.ts'
import { readOrMakeSecretFile, replaceSecretFile } from './secret-file.ts'

/** The key that sealed columns are encrypted with, drawn from an APP_SECRET. */
export type SealingKey = { id: string; key: Buffer }

/**
 * The secrets of this installation: the current one first, then those that
 * only open what was sealed before. APP_SECRET and APP_SECRET_PREVIOUS, else
 * the lines of DATA_DIR/app-secret, which is made when it is missing. Read
 * anew each time, since a rotation changes the file while the product runs.
 */
export function readAppSecrets(): string[] {
  if (env.APP_SECRET !== undefined)
    return [
      env.APP_SECRET,
      ...(env.APP_SECRET_PREVIOUS === undefined ? [] : [env.APP_SECRET_PREVIOUS]),
    ]
  return readOrMakeSecretFile(secretFile(), makeAppSecret)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Whether the secrets stand in a file that this program may change. */
export function isSecretInFile(): boolean {
  return env.APP_SECRET === undefined
}

/** Puts a new secret before the others; they go on opening what they sealed. */
export function addAppSecret(): void {
  saveAppSecrets([makeAppSecret(), ...readAppSecrets()])
}

/** Replaces the lines of DATA_DIR/app-secret, the current secret first. */
export function saveAppSecrets(secrets: readonly string[]): void {
  replaceSecretFile(secretFile(), [...new Set(secrets)].join('\n'))
}

export function toSealingKey(appSecret: string): SealingKey {
  const key = Buffer.from(hkdfSync('sha256', appSecret, '', 'sealed columns', 32))
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}

function makeAppSecret(): string {
  return randomBytes(24).toString('base64url')
}

function secretFile(): string {
  return join(env.DATA_DIR, 'app-secret')
}
