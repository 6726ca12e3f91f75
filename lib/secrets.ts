import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeDataDir } from './data-dir.ts'
import { env } from './env.ts'

/**
 * Encrypts a secret for a column: `v1.<key id>.<nonce>.<cipher text>.<tag>`,
 * AES-256-GCM, the key drawn from APP_SECRET. `context` names where the value
 * belongs; a value moved to another place does not open.
 */
export function seal(plain: string, context: string): string {
  const { id, key } = sealingKey()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['v1', id, encode(nonce), encode(sealed), encode(cipher.getAuthTag())].join('.')
}

/** Opens what `seal` made with the same context; throws when the secret or the context is another. */
export function unseal(sealed: string, context: string): string {
  const [version, id, nonce, body, tag] = sealed.split('.')
  const { id: currentId, key } = sealingKey()
  if (version !== 'v1' || !nonce || body === undefined || !tag || id !== currentId)
    throw new Error(
      'A stored secret was encrypted with another APP_SECRET. Start with the APP_SECRET (or DATA_DIR) that it was saved with.',
    )
  const decipher = createDecipheriv('aes-256-gcm', key, decode(nonce))
    .setAAD(Buffer.from(context))
    .setAuthTag(decode(tag))
  return Buffer.concat([decipher.update(decode(body)), decipher.final()]).toString('utf8')
}

/** A made-up secret of 32 letters and digits, 160 bits or more. */
export function makeSecret(): string {
  return encode(randomBytes(24))
}

/** What is stored of a token: SHA-256, hexadecimal. Only for secrets that we made ourselves, which cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Compares in a time that tells nothing about where the two differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(expected).digest(),
  )
}

/** A key for one purpose, drawn from APP_SECRET. */
export function derivedSecret(purpose: string): string {
  return Buffer.from(hkdfSync('sha256', appSecret(), '', purpose, 32)).toString('base64url')
}

/** The last characters of a key, for people to tell keys apart. */
export function hintOf(secret: string): string {
  return secret.length < 8 ? '••••' : `••••${secret.slice(-4)}`
}

let sealingKeyMade: { id: string; key: Buffer } | undefined

function sealingKey(): { id: string; key: Buffer } {
  sealingKeyMade ??= makeSealingKey()
  return sealingKeyMade
}

function makeSealingKey(): { id: string; key: Buffer } {
  const key = Buffer.from(hkdfSync('sha256', appSecret(), '', 'sealed columns', 32))
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}

let appSecretRead: string | undefined

/** APP_SECRET, else the one made once and kept in DATA_DIR for its owner alone. */
function appSecret(): string {
  appSecretRead ??= env.APP_SECRET ?? readOrMakeSecretFile(join(env.DATA_DIR, 'app-secret'))
  return appSecretRead
}

/** The text of a file that only its owner may read; made up and written when the file is missing. */
export function readOrMakeSecretFile(path: string): string {
  if (!existsSync(path)) {
    makeDataDir(dirname(path))
    try {
      writeFileSync(path, `${makeSecret()}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process made it in between; its secret is the one that counts.
      if (!existsSync(path)) throw error
    }
    chmodSync(path, 0o600)
  }
  return readFileSync(path, 'utf8').trim()
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}
