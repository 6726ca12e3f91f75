import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt)
const COST = { N: 2 ** 17, maxmem: 256 * 1024 * 1024 }
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a text under a passphrase: scrypt, then AES-256-GCM; base64. */
export async function lockText(text: string, passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, 32, COST), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Opens what `lockText` made; null when the passphrase is another. */
export async function unlockText(locked: string, passphrase: string): Promise<string | null> {
  const bytes = Buffer.from(locked, 'base64')
  const salt = bytes.subarray(0, SALT_BYTES)
  const nonce = bytes.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES)
  const tagEnd = SALT_BYTES + NONCE_BYTES + TAG_BYTES
  const key = await derive(passphrase, salt, 32, COST)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(bytes.subarray(SALT_BYTES + NONCE_BYTES, tagEnd))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString()
  } catch {
    // A wrong key shows in the tag, which is an answer here.
    return null
  }
}
