/**
 * Whether the time of a refused sign-in tells if the email is known: the same
 * product, a wrong password for a known and for an unknown email in turns, over
 * HTTP as a browser does it. The limit is the known one.
 *
 * node tests/bench/sign-in-timing.ts [--rounds 60]
 */
import { parseArgs } from 'node:util'
import { setup as buildOnce } from '#tests/support/build.ts'
import { HttpSession } from '#tests/support/doors/http-session.ts'
import { startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { median } from './parts/figures.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' } } })
const KNOWN = 'known@example.com'

await buildOnce()
const product = await startProduct({ environment: { RELAY_WORKER: 'off', LOG_LEVEL: 'fatal' } })
try {
  const env = { DATA_DIR: product.dataDir }
  await adminAnswer(['merchant', 'add', 'DEMO'], { env })
  const user = ['user', 'add', KNOWN, '--merchant', 'DEMO', '--role', 'owner']
  await adminAnswer(user, { input: 'four words do well\n', env })
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    known.push(await refusalMs(KNOWN, round))
    unknown.push(await refusalMs(`nobody${round}@example.com`, round))
  }
  const [knownMs, unknownMs] = [median(known), median(unknown)]
  console.log(`known email:   median ${knownMs.toFixed(1)} ms`)
  console.log(`unknown email: median ${unknownMs.toFixed(1)} ms`)
  console.log(`unknown / known: ${(unknownMs / knownMs).toFixed(3)}`)
} finally {
  await product.stop()
}

/** From an address of its own, or the limits would answer. */
async function refusalMs(email: string, round: number): Promise<number> {
  const session = new HttpSession(product.url)
  await session.call('/api/auth/csrf')
  const startedAt = performance.now()
  const { url } = await session.signIn(email, 'a wrong password', {
    'x-forwarded-for': `198.51.100.${round}`,
  })
  if (!url.includes('CredentialsSignin')) throw new Error(`The sign-in answered ${url}`)
  return performance.now() - startedAt
}
