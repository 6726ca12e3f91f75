/** The most of these moments, in milliseconds and ascending, that lie in any stretch of this length. */
export function mostInWindow(moments: readonly number[], windowMs: number): number {
  let most = 0
  let first = 0
  for (const [index, moment] of moments.entries()) {
    while ((moments[first] ?? moment) <= moment - windowMs) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
