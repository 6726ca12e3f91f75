import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '#lib/domain/access.ts'
import {
  type ActionAnswer,
  callAction,
  type ReachableAction,
  readReachableActions,
} from '#tests/support/doors/call-action.ts'
import {
  ACTIONS,
  type ActionRow,
  type Audience,
  type Given,
  PAGES,
  ROUTES,
  type RouteRow,
} from '#tests/support/doors/expectations.ts'
import type { HttpSession } from '#tests/support/doors/http-session.ts'
import { FIRST, type House, MARK, openHouse, type Person } from '#tests/support/doors/open-house.ts'
import { doorName, readDoors } from '#tests/support/doors/read-doors.ts'
import { snapshotMerchant } from '#tests/support/doors/snapshot-merchant.ts'

const PEOPLE: readonly Person[] = [...ROLES, 'outsider', 'stranger']
const TABLE = 'tests/support/doors/expectations.ts'
const doors = readDoors()

let house: House
let reachable: Map<string, ReachableAction>

beforeAll(async () => {
  house = await openHouse()
  reachable = readReachableActions()
})

afterAll(() => house?.close())

describe('the table of doors', () => {
  const known = {
    pages: PAGES.map(({ file }) => file),
    actions: ACTIONS.map(({ file, action }) => doorName(file, action)),
    routes: ROUTES.map(({ file, method, path }) =>
      doorName(file, file === 'front' ? `${method} ${withNames(path)}` : method),
    ),
  }

  test.each(['pages', 'actions', 'routes'] as const)('has a row for all %s', (kind) => {
    const missing = doors[kind].filter((door) => !known[kind].includes(door))
    expect(
      missing,
      `These ${kind} have no row. Add one to ${TABLE} that says who may pass`,
    ).toEqual([])
  })

  test.each(['pages', 'actions', 'routes'] as const)('has no row for %s that are gone', (kind) => {
    const gone = known[kind].filter((door) => !doors[kind].includes(door))
    expect(gone, `These rows of ${TABLE} stand for no ${kind} any more`).toEqual([])
  })

  test('the build has made no other action reachable', () => {
    expect([...reachable.keys()].toSorted()).toEqual(known.actions.toSorted())
  })
})

describe('pages', () => {
  for (const { file, path, mayOpen, isOwned } of PAGES)
    test.each(PEOPLE)(`${file} as %s`, async (person) => {
      const answer = await house.people[person].call(fill(path))
      const page = await answer.text()
      const isIn = isAllowed(person, mayOpen) && !(person === 'outsider' && isOwned)
      if (isIn) expect([200, 307]).toContain(answer.status)
      else if (person === 'stranger') expectSignIn(answer)
      else expect(answer.status).toBe(404)
      if (!isMember(person)) expect(page).not.toContain(MARK)
    })
})

describe('actions', () => {
  test('nobody who may not changes anything, nor gets an answer but a refusal', async () => {
    const before = await snapshotMerchant(house.databaseUrl, FIRST)
    for (const row of ACTIONS)
      for (const person of PEOPLE) {
        if (isMember(person) && isAllowed(person, row.mayDo)) continue
        const answer = await call(house.people[person], row)
        expectKeptOut(answer, person, row)
      }
    expect(await snapshotMerchant(house.databaseUrl, FIRST)).toEqual(before)
  })

  test('what is sent by a page of another site does nothing, whoever is signed in', async () => {
    const before = await snapshotMerchant(house.databaseUrl, FIRST)
    for (const row of ACTIONS)
      for (const origin of ['https://evil.example', 'null']) {
        const answer = await call(house.people.owner, row, { origin })
        expect(answer, nameOf(row)).toMatchObject({ kind: 'failed', status: 403 })
      }
    expect(await snapshotMerchant(house.databaseUrl, FIRST)).toEqual(before)
  })

  test('an action that is given nonsense refuses it in words', async () => {
    for (const row of ACTIONS)
      for (const given of nonsenseFor(row.given)) {
        const answer = await call(house.people.owner, { ...row, given })
        const what = `${nameOf(row)} was given ${JSON.stringify(given)}; check it with readForm`
        expect(answer.kind, `${what}: ${JSON.stringify(answer).slice(0, 300)}`).not.toBe('failed')
      }
  })
})

describe('routes', () => {
  for (const row of ROUTES.filter(({ proof }) => proof === 'session'))
    test.each(PEOPLE)(`${row.method} ${row.file} as %s`, async (person) => {
      const answer = await house.people[person].call(fill(row.path), { method: row.method })
      const isIn =
        isAllowed(person, row.mayCall ?? 'owner') && !(person === 'outsider' && row.isOwned)
      if (person === 'stranger') expectSignIn(answer)
      else if (isIn) expect(answer.status).not.toBe(403)
      else expect([403, 404]).toContain(answer.status)
      if (!isMember(person)) expect(await answer.text()).not.toContain(MARK)
    })

  for (const row of ROUTES.filter(({ proof }) => proof !== 'session'))
    test(`${row.method} ${row.file} by ${row.proof}`, async () => {
      const own = await callRoute(row, house.keys.FIRST)
      expect([401, 403]).not.toContain(own.status)
      if (row.proof === 'none') expect(await own.text()).not.toContain(MARK)
      else await expectProofIsNeeded(row)
    })
})

describe('what each role may do', () => {
  test.each(ROLES)('%s may do what the role allows', async (role) => {
    for (const row of ACTIONS) {
      if (!isAllowed(role, row.mayDo)) continue
      const answer = await call(house.people[role], row)
      expect(['done', 'refused'], `${nameOf(row)}: ${JSON.stringify(answer)}`).toContain(
        answer.kind,
      )
      if (answer.kind === 'refused') expect(answer.reason, nameOf(row)).not.toMatch(ROLE_REFUSAL)
    }
  })
})

async function expectProofIsNeeded(row: RouteRow): Promise<void> {
  const withoutProof = await callRoute(row, null)
  const withMadeUp = await callRoute(row, { basic: 'Basic eDp5', token: 'made-up', feedKey: 'x' })
  const asOwner = await house.people.owner.call(fill(row.path), {
    method: row.method,
    body: row.body ?? null,
  })
  expect([withoutProof.status, withMadeUp.status, asOwner.status]).toEqual([401, 401, 401])
  const ofAnother = await callRoute(row, house.keys.SECOND)
  if (row.proof === 'token') expect(ofAnother.status).toBe(row.isOwned ? 404 : 200)
  else expect(ofAnother.status).toBe(401)
  expect(await ofAnother.text()).not.toContain(MARK)
}

function callRoute({ method, path, proof, body }: RouteRow, keys: House['keys']['FIRST'] | null) {
  const isQuery = proof === 'feed-key' && keys !== null
  const authorization = { basic: keys?.basic, token: `Bearer ${keys?.token}` }
  const headers: Record<string, string> =
    keys !== null && (proof === 'basic' || proof === 'token')
      ? { authorization: authorization[proof] ?? '' }
      : {}
  const address = fill(path) + (isQuery ? `?key=${keys.feedKey}` : '')
  return house.people.stranger.call(address, { method, headers, body: body ?? null })
}

const ROLE_REFUSAL = /^(?:Your role is viewer|Only an owner|You are no member)/

function expectKeptOut(answer: ActionAnswer, person: Person, row: ActionRow): void {
  const what = `${nameOf(row)} as ${person}: ${JSON.stringify(answer).slice(0, 300)}`
  if (row.mayDo === 'everyone') expect(answer.kind, what).toBe('refused')
  else if (person === 'stranger') {
    expect(answer.kind, what).toBe('redirected')
    expect(JSON.stringify(answer), what).toContain('/sign-in')
  } else if (person !== 'outsider') {
    expect(answer, what).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(ROLE_REFUSAL),
    })
  }
  expect(JSON.stringify(answer), what).not.toContain(MARK)
}

function call(
  session: HttpSession,
  row: ActionRow,
  headers: Record<string, string> = { origin: house.product.url },
): Promise<ActionAnswer> {
  const action = reachable.get(nameOf(row))
  if (action === undefined) throw new Error(`The build has no ${nameOf(row)}.`)
  const given: Given = JSON.parse(fill(JSON.stringify(row.given)))
  return callAction(session, { id: action.id, path: fill(action.page), given }, headers)
}

/** Arguments of the right number and of every wrong kind. */
function nonsenseFor(given: Given): Given[] {
  const count = 'file' in given ? 1 : given.length
  const kinds = [null, 7, '', 'a\0b', '\uD800', ['x'], {}, { id: {} }, true]
  return count === 0 ? [] : kinds.map((kind) => Array.from({ length: count }, () => kind))
}

function nameOf({ file, action }: ActionRow): string {
  return doorName(file, action)
}

function isAllowed(person: Person, audience: Audience): boolean {
  if (audience === 'everyone') return true
  if (person === 'stranger') return false
  const role: Role = person === 'outsider' ? 'owner' : person
  return ROLES.indexOf(role) <= ROLES.indexOf(audience)
}

function isMember(person: Person): boolean {
  return person !== 'outsider' && person !== 'stranger'
}

function expectSignIn(answer: Response): void {
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toMatch(/^\/sign-in(?:\?next=%2F[^/]*)?$/)
}

function fill(text: string): string {
  return text.replaceAll('{transmission}', house.transmissionId).replaceAll('{merchant}', FIRST)
}

/** The front's own routes call the part of a path by its name. */
function withNames(path: string): string {
  return path.replace('{merchant}', '{merchantId}').replace(/\?.*/, '')
}
