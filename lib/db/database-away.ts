import { causesOf, codeOf, textOf } from './error-causes.ts'

/** True when an error says that the database could not be reached or is going down, not that a statement was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  for (const cause of causesOf(error)) {
    const code = codeOf(cause)
    if (code !== undefined && AWAY_CODES.has(code)) return true
    if (AWAY_KINDS.has(textOf(cause, 'kind') ?? '')) return true
    if (AWAY_MESSAGE.test(textOf(cause, 'message') ?? '')) return true
  }
  return false
}

/** Node's socket errors, Prisma's P1xxx and P2024, PostgreSQL's class 08 and 57P. */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

const AWAY_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
])

const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|is not queryable|Can't reach database server|Connection ended unexpectedly|server closed the connection/i
