import type { DeedResult } from '#components/deed-result.ts'
import { AppError } from '#lib/errors.ts'
import { logger } from '#lib/logger.ts'

/** Loads one part of a page, so that the others stand when it fails: a sentence for the reader, the cause for the operator. */
export async function loadPart<Value>(
  part: string,
  load: () => Promise<Value>,
): Promise<DeedResult<Value>> {
  try {
    return { kind: 'done', value: await load() }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', reason: error.publicMessage }
    logger.error({ err: error, part }, 'part.failed')
    return { kind: 'refused', reason: 'Something went wrong on our side.' }
  }
}
