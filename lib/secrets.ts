import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { isSecretInFile, readAppSecrets, type SealingKey, toSealingKey } from './app-secrets.ts'

/**
 * Encrypts a secret for a column: `v1.<key id>.<nonce>.<cipher text>.<tag>`,
 * AES-256-GCM, the key drawn from APP_SECRET. `context` names where the value
 * belongs; a value moved to another place does not open.
 */
export function seal(plain: string, context: string): string {
  return sealWith(keyToSealWith(), plain, context)
}

/** Opens what `seal` made with the same context; throws when the secret or the context is another. */
export function unseal(sealed: string, context: string): string {
  const [version, id = '', nonce, body, tag] = sealed.split('.')
  const key = findKey(id)
  if (version !== 'v1' || !nonce || body === undefined || !tag || key === undefined)
    throw new Error(
      'A stored secret was encrypted with another APP_SECRET. Start with the APP_SECRET (or DATA_DIR) that it was saved with.',
    )
  if (id === currentKeyId()) isCurrentKeySeen = true
  const decipher = createDecipheriv('aes-256-gcm', key.key, decode(nonce))
    .setAAD(Buffer.from(context))
    .setAuthTag(decode(tag))
  return Buffer.concat([decipher.update(decode(body)), decipher.final()]).toString('utf8')
}

/** The same value sealed with the current secret. */
export function reseal(sealed: string, context: string): string {
  const [current] = loadKeys()
  if (current === undefined) throw new Error('There is no APP_SECRET.')
  return sealWith(current, unseal(sealed, context), context)
}

/** Names the key of the current secret, as it stands in what it sealed. */
export function currentKeyId(): string {
  return keys[0]?.id ?? loadKeys()[0]?.id ?? ''
}

/** Names the keys of all secrets, the current one first, as the file or the environment has them now. */
export function listKeyIds(): string[] {
  return loadKeys().map((key) => key.id)
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
  return Buffer.from(hkdfSync('sha256', readAppSecrets()[0] ?? '', '', purpose, 32)).toString(
    'base64url',
  )
}

/** The last characters of a key, for people to tell keys apart. */
export function hintOf(secret: string): string {
  return secret.length < 8 ? '••••' : `••••${secret.slice(-4)}`
}

/** Every secret of this process by its last look; the current one first. */
let keys: readonly SealingKey[] = []

/** Whether something sealed with the current secret was read: then every process knows it. */
let isCurrentKeySeen = false

function loadKeys(): readonly SealingKey[] {
  keys = readAppSecrets().map(toSealingKey)
  return keys
}

/** An id that is not known may be that of a secret which came in since the last look. */
function findKey(id: string): SealingKey | undefined {
  return keys.find((key) => key.id === id) ?? loadKeys().find((key) => key.id === id)
}

/**
 * The file is one for all processes, so the current secret is known to all. A
 * new APP_SECRET is not, as long as processes are restarted one by one: until
 * the rotation has begun the previous one, which all know, goes on sealing.
 */
function keyToSealWith(): SealingKey {
  const [current, previous] = loadKeys()
  const isWaiting = !isSecretInFile() && !isCurrentKeySeen
  const key = isWaiting ? (previous ?? current) : current
  if (key === undefined) throw new Error('There is no APP_SECRET.')
  return key
}

function sealWith({ id, key }: SealingKey, plain: string, context: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['v1', id, encode(nonce), encode(sealed), encode(cipher.getAuthTag())].join('.')
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}
