import fc from 'fast-check'

/**
 * Holds a law against `count` generated values in one go, for judges that are
 * cheap for many at once. A failure names its seed; `SEED=… vitest run FILE`
 * makes the same values again.
 */
export async function holdForAny<Value>(
  any: fc.Arbitrary<Value>,
  count: number,
  hold: (values: Value[]) => Promise<void> | void,
): Promise<void> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 0x7fff_ffff))
  try {
    await hold(fc.sample(any, { numRuns: count, seed }))
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`With SEED=${seed}: ${said}`, { cause })
  }
}
