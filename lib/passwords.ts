import { hash, type Options, verify } from '@node-rs/argon2'

/**
 * Argon2id with the first of the settings that the OWASP Password Storage Cheat
 * Sheet recommends: 19 MiB, two passes, one thread. Argon2id is the library's default.
 */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What is stored of a password, in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/**
 * Whether the password is the one behind `storedHash`. Without a hash, as for an
 * email that nobody has, it does the same work and says no, so the time tells nothing.
 */
export async function verifyPassword(
  storedHash: string | null,
  password: string,
): Promise<boolean> {
  const isSame = await verify(storedHash ?? (await dummyHash()), password)
  return isSame && storedHash !== null
}

let dummyHashMade: Promise<string> | undefined

/** What an unknown email's password is compared with: made like every other, so that it costs as much. */
export function dummyHash(): Promise<string> {
  dummyHashMade ??= hashPassword('the password of nobody')
  return dummyHashMade
}
