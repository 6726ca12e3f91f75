import type { Sight } from './postgres-proxy.ts'

/** The moments at which something is killed, in the order in which an event passes them. */
export const KILL_POINTS = [
  'delivery-read',
  'inside-transaction',
  'committed-unanswered',
  'job-taken',
  'attempt-written',
  'request-left',
  'answer-came',
  'recording',
] as const

/** Between two calls of a message that is several. */
export const API_KILL_POINTS = ['call-begun', 'call-recorded'] as const

export type KillPoint = (typeof KILL_POINTS)[number] | (typeof API_KILL_POINTS)[number]

export const VICTIMS = ['web', 'worker', 'postgres'] as const
export type Victim = (typeof VICTIMS)[number]

/** At whom one has to look to see a point; the receiver sees what never touches the database. */
export const SEEN_AT: Record<KillPoint, 'web' | 'worker' | 'receiver'> = {
  'delivery-read': 'web',
  'inside-transaction': 'web',
  'committed-unanswered': 'web',
  'job-taken': 'worker',
  'attempt-written': 'worker',
  'request-left': 'receiver',
  'answer-came': 'worker',
  recording: 'worker',
  'call-begun': 'worker',
  'call-recorded': 'worker',
}

/**
 * Whether a sight on the database connection is the point. `variant` in [0, 1)
 * chooses between moments that are equally good, such as the statement of a
 * record and its commit. For `answer-came` it only counts once the receiver has answered.
 */
export function isAt(point: KillPoint, sight: Sight, variant: number): boolean {
  switch (point) {
    case 'delivery-read':
      return isAsked(sight, 'BEGIN') && sight.application === 'relay'
    case 'inside-transaction':
      return variant < 0.5
        ? isAsked(sight, 'INSERT INTO transmission')
        : isAsked(sight, 'COMMIT') && hasAsked(sight, 'INSERT INTO transmission')
    case 'committed-unanswered':
      return isCommitted(sight) && hasAsked(sight, 'INSERT INTO transmission')
    case 'job-taken':
      return (
        sight.kind === 'completed' &&
        /^(UPDATE|SELECT) [1-9]/.test(sight.tag) &&
        sight.statements.at(-1)?.includes('FOR UPDATE OF j SKIP LOCKED') === true
      )
    case 'attempt-written':
      return isCommitted(sight) && hasAsked(sight, 'INSERT INTO attempt')
    case 'request-left':
      return false
    case 'answer-came':
      return isAsked(sight, 'BEGIN') && sight.application === 'relay'
    case 'call-begun':
      return (
        sight.kind === 'completed' && sight.statements.at(-1)?.includes('WITH going AS') === true
      )
    case 'call-recorded':
      return isCommitted(sight) && hasAsked(sight, 'UPDATE attempt SET calls')
    case 'recording':
      return isRecording(sight, variant)
  }
}

function isRecording(sight: Sight, variant: number): boolean {
  if (variant < 0.34) return isAsked(sight, 'UPDATE attempt SET finished_at')
  if (!hasAsked(sight, 'UPDATE attempt SET finished_at')) return false
  return variant < 0.67 ? isAsked(sight, 'COMMIT') : isCommitted(sight)
}

function isAsked(sight: Sight, text: string): boolean {
  return sight.kind === 'statement' && sight.text.trimStart().startsWith(text)
}

function isCommitted(sight: Sight): boolean {
  return sight.kind === 'completed' && sight.tag === 'COMMIT'
}

function hasAsked({ statements }: Sight, text: string): boolean {
  return statements.some((statement) => statement.includes(text))
}
