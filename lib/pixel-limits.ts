import { RateLimiterMemory } from 'rate-limiter-flexible'
import { hasShare, isOfThisMachine, networkOf } from './caller-network.ts'

/** A buyer opens a receipt once or twice; an office behind one address has many buyers. */
const byAddress = new RateLimiterMemory({ keyPrefix: 'pixel', points: 300, duration: 60 })

/**
 * Each call without proof can leave a row in the log, so this is how many rows
 * strangers can make; a busy store whose receipts bring no email stays below it.
 */
const unprovenByMerchant = new RateLimiterMemory({
  keyPrefix: 'pixel-unproven',
  points: 3_000,
  duration: 60 * 60,
})

/**
 * Counts a call of this network address; false when it has had its share. An
 * address of this machine is a proxy's that does not say whom it speaks for:
 * all buyers would have one share.
 */
export async function admitPixelCall(address: string): Promise<boolean> {
  return isOfThisMachine(address) || (await hasShare(byAddress, networkOf(address)))
}

/** Counts a call for this merchant that did not bring its buyer's email; false when there were too many. */
export function admitUnprovenCall(merchantId: string): Promise<boolean> {
  return hasShare(unprovenByMerchant, merchantId)
}
