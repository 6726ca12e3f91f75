import { AppError } from '#lib/errors.ts'
import { isDatabaseAway } from './database-away.ts'

/** Runs a deed for an outside caller; `unavailable` when it failed because the database is away. */
export async function orUnavailable<Result>(deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    throw new AppError('unavailable', 'The database cannot be reached; try again later.', {
      cause: error,
    })
  }
}
