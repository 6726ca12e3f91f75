import { RateLimiterMemory } from 'rate-limiter-flexible'
import { hasShare, networkOf } from './caller-network.ts'

const WINDOW_SECONDS = 15 * 60

const limit = (keyPrefix: string, points: number) =>
  new RateLimiterMemory({ keyPrefix, points, duration: WINDOW_SECONDS })

/** A browser in which this account has signed in before. */
const byDevice = limit('device', 10)
const byAccountAndAddress = limit('pair', 10)
/** Wider than an account's, since an office shares one address. */
const byAddress = limit('address', 50)
/** From all unknown browsers together, so that many addresses help a guesser little. */
const byAccount = limit('account', 100)

export type SignInTry = {
  email: string
  address: string
  /** The id of a browser in which this account has signed in before; null for any other. */
  deviceId: string | null
}

/**
 * Counts a try before its password is looked at, so that tries at the same time
 * are all counted; false when it had its share. Unknown emails count like known
 * ones. A known browser has a share of its own: whoever floods an account from
 * elsewhere locks out strangers, and not its owner. What is refused by a
 * narrower limit does not use up a wider one.
 */
export async function admitSignIn(attempt: SignInTry): Promise<boolean> {
  const [email, network] = keysOf(attempt)
  if (attempt.deviceId !== null) return hasShare(byDevice, `${attempt.deviceId} ${email}`)
  return (
    (await hasShare(byAccountAndAddress, `${network} ${email}`)) &&
    (await hasShare(byAddress, network)) &&
    (await hasShare(byAccount, email))
  )
}

/** A try that succeeded is no guess. */
export async function forgiveSignIn(attempt: SignInTry): Promise<void> {
  const [email, network] = keysOf(attempt)
  if (attempt.deviceId !== null) await byDevice.delete(`${attempt.deviceId} ${email}`)
  else
    await Promise.all([
      byAccountAndAddress.delete(`${network} ${email}`),
      byAddress.reward(network),
      byAccount.reward(email),
    ])
}

function keysOf({ email, address }: SignInTry): [email: string, network: string] {
  return [email, networkOf(address)]
}
