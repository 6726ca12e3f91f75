import type { ApiRequest, Fault } from '../ontraport-api/start-api.ts'
import { type Behaviour, status } from '../ontraport-behaviour.ts'
import type { Random } from '../random.ts'

/** What each call of a message is, and how often one of it is spoilt: the rare ones more often. */
export const SPOILT_CALLS: ReadonlyMap<string, number> = new Map([
  ['POST /Contacts/saveorupdate', 0.03],
  ['GET /Products', 0.06],
  ['POST /Products', 0.06],
  ['POST /transaction/processManual', 0.03],
  ['GET /Transactions', 0.1],
  ['PUT /transaction/refund', 0.15],
  ['PUT /objects/tagByName', 0.03],
])

type Way = { when: 'instead' | 'after'; name: string; behaviour: Behaviour }

const WAYS: readonly Way[] = bothMoments([
  ['500', status(500)],
  ['503', status(503)],
  ['408', status(408)],
  ['cut before the answer', { kind: 'cut', when: 'after-reading' }],
  ['cut within the answer', { kind: 'cut', when: 'within-head' }],
])

const RARE_WAYS: readonly Way[] = bothMoments([
  ['429', status(429, { 'x-rate-limit-reset': '1' })],
  ['no answer', { kind: 'hang-before-headers' }],
])

function bothMoments(behaviours: readonly (readonly [string, Behaviour])[]): Way[] {
  return behaviours.flatMap(([name, behaviour]) =>
    (['instead', 'after'] as const).map((when) => ({ when, name, behaviour })),
  )
}

/** These hold up the account, or a message for a quarter of a minute. */
const RARE_PART = 0.06

export type FaultChooser = {
  choose: (request: ApiRequest) => Fault
  /** How often each fault struck, by call, moment and kind. */
  counts: ReadonlyMap<string, number>
}

/** Spoils calls of every kind in every way, done or not, each way of a call in its turn. */
export function makeFaultChooser(random: Random): FaultChooser {
  const counts = new Map<string, number>()
  const turns = new Map<string, number>()
  const spoil = (call: string, { when, name, behaviour }: Way): Fault => {
    const key = faultKey(call, when, name)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return { when, behaviour }
  }
  return {
    counts,
    choose: ({ method, path }) => {
      const call = `${method} ${path}`
      if (random() >= (SPOILT_CALLS.get(call) ?? 0)) return null
      const rare = random() < RARE_PART ? RARE_WAYS[Math.floor(random() * RARE_WAYS.length)] : null
      if (rare) return spoil(call, rare)
      const turn = turns.get(call) ?? 0
      turns.set(call, turn + 1)
      const way = WAYS[turn % WAYS.length]
      return way === undefined ? null : spoil(call, way)
    },
  }
}

/** Every call with every frequent fault, before and after. */
export function everyFault(): string[] {
  return [...SPOILT_CALLS.keys()].flatMap((call) =>
    WAYS.map(({ when, name }) => faultKey(call, when, name)),
  )
}

function faultKey(call: string, when: string, name: string): string {
  return `${call}, ${when === 'instead' ? 'not done' : 'done'}, ${name}`
}
