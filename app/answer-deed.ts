import type { DeedResult } from '#components/deed-result.ts'
import { AppError } from '#lib/errors.ts'

/** Runs a service for a form: a fault of the caller becomes text for them, anything else is thrown on. */
export async function answerDeed<Value>(deed: () => Promise<Value>): Promise<DeedResult<Value>> {
  try {
    return { kind: 'done', value: await deed() }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', reason: error.publicMessage }
    throw error
  }
}
