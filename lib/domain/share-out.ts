/**
 * Splits an amount by weights into whole minor units that add up to it exactly:
 * each share is at most one unit off its exact part. Without any weight the
 * parts are equal; no parts give no shares.
 */
export function shareOut(amountMinor: number, weights: readonly number[]): number[] {
  const given = weights.map((weight) => BigInt(Math.max(0, Math.round(weight))))
  const hasWeight = given.some((weight) => weight > 0n)
  const parts = hasWeight ? given : given.map(() => 1n)
  const total = parts.reduce((sum, part) => sum + part, 0n)
  let seen = 0n
  let handedOut = 0n
  return parts.map((part) => {
    seen += part
    const upToHere = (BigInt(amountMinor) * seen) / total
    const share = upToHere - handedOut
    handedOut = upToHere
    return Number(share)
  })
}
