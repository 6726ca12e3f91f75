/**
 * Nonsense for every address that outsiders call, over real sockets, on a
 * product of its own: mutated fixtures, made-up bodies, broken HTTP.
 *
 * node tests/fuzz/fuzz-doors.ts [--seed 1] [--seconds 60]
 */
import { parseArgs } from 'node:util'
import { setup as buildOnce } from '#tests/support/build.ts'
import { startProduct } from '#tests/support/product.ts'
import { choicesFrom } from './choices.ts'
import { DOORS, type Keys } from './door-calls.ts'
import { judgeAnswer } from './judge-answer.ts'
import { openFuzzedStore } from './open-fuzzed-store.ts'
import { rawCall } from './raw-call.ts'
import { readHeap } from './read-heap.ts'
import { toRawCall } from './to-raw-call.ts'

export type FuzzFault = { door: string; twist: string; why: string; request: string }

export type FuzzFigures = {
  seed: number
  requestCount: number
  /** How often each door answered with each status; `none` where the connection just ended. */
  answers: Record<string, Record<string, number>>
  faults: FuzzFault[]
  /** What the product's own log called an error. */
  logged: string[]
  /** The lowest heap seen in the first and in the last third, in MB. */
  heapMb: { early: number; late: number }
  /** Whether the product was ready for work afterwards. */
  isReady: boolean
}

const CALLERS = 6

/** Fuzzes a fresh product for this long; a seed makes the same requests in the same order again. */
export async function fuzzDoors({
  seed,
  durationMs,
}: {
  seed: number
  durationMs: number
}): Promise<FuzzFigures> {
  const product = await startProduct({ environment: { RELAY_WORKER: 'off', LOG_LEVEL: 'error' } })
  try {
    const keys = await openFuzzedStore(product)
    const run = new FuzzRun(seed, Number(new URL(product.url).port), keys)
    const endAt = performance.now() + durationMs
    await Promise.all([
      ...Array.from({ length: CALLERS }, () => run.callUntil(endAt)),
      run.watchHeap(product.url, endAt),
    ])
    return {
      ...run.figures(),
      logged: product.output().split('\n').filter(isComplaint),
      isReady: await isReady(product.url),
    }
  } finally {
    await product.stop()
  }
}

class FuzzRun {
  readonly #seed: number
  readonly #port: number
  readonly #keys: Keys
  readonly #answers: Record<string, Record<string, number>> = {}
  readonly #faults: FuzzFault[] = []
  readonly #heap: number[] = []
  #count = 0

  constructor(seed: number, port: number, keys: Keys) {
    this.#seed = seed
    this.#port = port
    this.#keys = keys
  }

  async callUntil(endAt: number): Promise<void> {
    while (performance.now() < endAt) await this.#callOnce()
  }

  /** Each request has a seed of its own, so that none depends on how fast the others were. */
  async #callOnce(): Promise<void> {
    const random = choicesFrom(this.#seed * 1_000_003 + this.#count++)
    const door = random.pick(DOORS)
    const call = door.call(random, this.#keys)
    const { raw, twist } = toRawCall(call, random)
    const secrets = [this.#keys.token, this.#keys.feedKey, this.#keys.basic]
    const answer = await rawCall(this.#port, raw).catch((error: Error) => error)
    const isLate = answer instanceof Error
    const why = isLate ? answer.message : judgeAnswer(answer, { door, call, twist, secrets })
    const request = Buffer.concat(raw.pieces).subarray(0, 600).toString('latin1')
    if (why !== null) this.#faults.push({ door: door.name, twist, why, request })
    this.#tally(door.name, isLate ? 'late' : String(answer?.status ?? 'none'))
  }

  #tally(door: string, status: string): void {
    const counts = this.#answers[door] ?? {}
    this.#answers[door] = { ...counts, [status]: (counts[status] ?? 0) + 1 }
  }

  async watchHeap(url: string, endAt: number): Promise<void> {
    while (performance.now() < endAt) this.#heap.push(await readHeap(url))
  }

  figures(): Omit<FuzzFigures, 'logged' | 'isReady'> {
    const third = Math.ceil(this.#heap.length / 3)
    const lowest = (values: number[]): number => Math.round(Math.min(...values) / 1024 ** 2)
    return {
      seed: this.#seed,
      requestCount: this.#count,
      answers: this.#answers,
      faults: this.#faults,
      heapMb: { early: lowest(this.#heap.slice(0, third)), late: lowest(this.#heap.slice(-third)) },
    }
  }
}

/** A record of an error, a failed rendering, or what nobody caught; not that a caller hung up. */
function isComplaint(line: string): boolean {
  if (/⨯ Error: aborted$/.test(line)) return false
  return /^\{"level":[56]0|⨯|unhandled|uncaught|out of memory/i.test(line)
}

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/api/health/ready`)).ok
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '60' },
    },
  })
  await buildOnce()
  const figures = await fuzzDoors({
    seed: Number(values.seed),
    durationMs: Number(values.seconds) * 1_000,
  })
  console.log(JSON.stringify(figures, null, 2))
  if (figures.faults.length > 0 || !figures.isReady) process.exitCode = 1
}
