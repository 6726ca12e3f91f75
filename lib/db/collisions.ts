import { causesOf, codeOf } from './error-causes.ts'

/** Two transactions wanted the same thing at once: this one has to begin again. */
export class CollisionError extends Error {
  override readonly name = 'CollisionError'
  readonly code = '40001'
}

/** PostgreSQL's deadlock and serialization failure, and Prisma's word for both. */
const COLLISION_CODES = new Set(['40P01', '40001', 'P2034'])

const MOST_TRIES = 4

/** Runs a transaction, and runs it again when it was ended so that another could go on. */
export async function retryCollisions<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (tries === MOST_TRIES || !isCollision(error)) throw error
    }
  }
}

function isCollision(error: unknown): boolean {
  return [...causesOf(error)].some((cause) => COLLISION_CODES.has(codeOf(cause) ?? ''))
}
