import type { Door, DoorCall } from './door-calls.ts'
import type { RawAnswer } from './raw-call.ts'
import type { Twist } from './to-raw-call.ts'

/** What broken HTTP gets, whatever it asked for. */
const BROKEN_HTTP = [400, 408, 413, 431]

/** What is promised besides, when HTTP was odd; null stands for a connection that is closed without an answer. */
const ALSO: Record<Twist, readonly (number | null)[]> = {
  'as-it-is': [],
  method: [204, 404, 405, null],
  chunked: [],
  cut: [null],
  doubled: [401, 403],
  lengths: [null],
  garbled: [200, 202, 204, 302, 304, 307, 308, 401, 403, 404, 405, 409, null],
}

const ODD_PATH = /%|\.\.|\/\/|\/$/
/** An address that is none, or one with a slash too many. */
const ELSEWHERE = [307, 308, 404]

/** The way our code, a stack or the machine would show in an answer. */
const LEAK =
  /\bat \S+ \(|node_modules|\/tmp\/|\.next\b.*\.js|prisma|postgres(?!ql:)|ECONNREFUSED|SQLSTATE|invalid byte sequence/i

export type Judged = { door: Door; call: DoorCall; twist: Twist; secrets: readonly string[] }

/** What is wrong with an answer, in words; null when it keeps the promises of its door. */
export function judgeAnswer(answer: RawAnswer | null, judged: Judged): string | null {
  const { door, call, twist, secrets } = judged
  const status = answer?.status ?? null
  const isOdd = ODD_PATH.test(call.path.split('?')[0] ?? '')
  const promised = [
    ...door.promised,
    ...BROKEN_HTTP,
    ...ALSO[twist],
    ...(isOdd ? ELSEWHERE : []),
    ...(isUnread(judged) ? [null] : []),
  ]
  if (!promised.includes(status)) return `answered ${status}`
  if (answer === null) return null
  if (!/^x-content-type-options: nosniff\r?$/im.test(answer.head)) return 'has no security headers'
  // Where a caller is led to holds what it asked for.
  const told = Math.floor(answer.status / 100) === 3 ? '' : answer.head + answer.body
  if (secrets.some((secret) => told.includes(secret))) return 'tells a secret'
  const isOurs = !answer.head.includes('text/html')
  return isOurs && answer.status >= 400 && LEAK.test(answer.body) ? 'shows our insides' : null
}

const LONG_BODY = 100_000
/** The front reads these to their end, whatever it answers. */
const READ_WHOLE = ['webhook', 'affiliates']

/** The web app hangs up on a body that it does not want; how much of the answer arrives is then TCP's affair. */
function isUnread({ door, call, twist }: Judged): boolean {
  if (READ_WHOLE.includes(door.name)) return false
  return twist === 'chunked' || call.body.length > LONG_BODY
}
