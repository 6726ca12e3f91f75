import { RateLimiterMemory } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 15 * 60

const byAccount = new RateLimiterMemory({
  keyPrefix: 'account',
  points: 10,
  duration: WINDOW_SECONDS,
})

/** Wider than an account's, since an office shares one address. */
const byAddress = new RateLimiterMemory({
  keyPrefix: 'address',
  points: 50,
  duration: WINDOW_SECONDS,
})

export type SignInTry = { email: string; address: string }

/**
 * Counts a try before its password is looked at, so that tries at the same time
 * are all counted; false when the account or the address has had its share.
 * Unknown emails count like known ones.
 */
export async function admitSignIn({ email, address }: SignInTry): Promise<boolean> {
  const counted = await Promise.all([hasShare(byAccount, email), hasShare(byAddress, address)])
  return counted.every(Boolean)
}

/** A try that succeeded is no guess. */
export async function forgiveSignIn({ email, address }: SignInTry): Promise<void> {
  await Promise.all([byAccount.delete(email), byAddress.reward(address)])
}

async function hasShare(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  const spent = await limiter.penalty(key)
  return spent.consumedPoints <= limiter.points
}
