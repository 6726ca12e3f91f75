import pino from 'pino'
import { env } from './env.ts'

const destination = pino.destination({ dest: 2, sync: true })
// Who reads the lines may go away; a relay goes on without its listener.
destination.on('error', () => undefined)

/** JSON lines on standard error; event names are `noun.past-verb`. Credentials are never handed to it. */
export const logger = pino(
  { level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  destination,
)
