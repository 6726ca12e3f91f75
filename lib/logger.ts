import pino from 'pino'
import { env } from './env.ts'

/** JSON lines on standard error; event names are `noun.past-verb`. Credentials are never handed to it. */
export const logger = pino(
  { level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
)
