import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#lib/domain/access.ts'
import { addUser } from '#lib/services/add-user.ts'
import { changePassword } from '#lib/services/change-password.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { saveProfile } from '#lib/services/save-profile.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'

const PASSWORD = 'correct horse battery'
const NEW_PASSWORD = 'a lantern by the door'

let stores: string[]
let email: string
beforeEach(async () => {
  stores = [await buildMerchant(), await buildMerchant()]
  email = `ann@${stores[0]?.toLowerCase()}.example.com`
  for (const merchantId of stores)
    await addUser({ email, merchantId, role: 'viewer', password: PASSWORD })
})

describe('a profile', () => {
  test('keeps a name and a zone, and every store of the person has it in its audit trail', async () => {
    await saveProfile(await viewer(), { name: ' Ann Oyelaran ', timeZone: 'Europe/Berlin' })
    const saved = { name: 'Ann Oyelaran', timeZone: 'Europe/Berlin' }
    expect(await viewer()).toMatchObject(saved)
    for (const merchantId of stores)
      expect(await auditOf(merchantId, 'profile.changed')).toEqual([
        { actor: email, details: saved },
      ])
  })

  test('goes back to the zone of the store', async () => {
    await saveProfile(await viewer(), { name: 'Ann', timeZone: 'Asia/Tokyo' })
    await saveProfile(await viewer(), { name: 'Ann', timeZone: null })
    expect(await viewer()).toMatchObject({ timeZone: null })
  })

  test('takes every zone that the screen offers', async () => {
    const ann = await viewer()
    const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC']
    for (const timeZone of zones.filter((_, place) => place % 40 === 0))
      await saveProfile(ann, { name: 'Ann', timeZone })
    await saveProfile(ann, { name: 'Ann', timeZone: 'UTC' })
  })

  test.each([
    ['no name', { name: '' }],
    ['a name of two lines', { name: 'Ann\nOye' }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['half a character', { timeZone: '\uD800' }],
  ])('is refused with %s', async (_, fault) => {
    const profile = { name: 'Ann', timeZone: null, ...fault }
    await expect(saveProfile(await viewer(), profile)).rejects.toMatchObject({ code: 'malformed' })
  })
})

describe('a changed password', () => {
  test('ends all sessions but the one that is begun with its answer, in every store', async () => {
    const before = await signIn(PASSWORD)
    const change = { current: PASSWORD, next: NEW_PASSWORD }
    const { sessionVersion } = await changePassword(await viewer(), change)
    expect(await findViewer(before.userId, before.sessionVersion)).toBeNull()
    expect(await findViewer(before.userId, sessionVersion)).toMatchObject({ email })
    expect(await attempt(PASSWORD)).toEqual({ refusal: 'wrong' })
    expect(await attempt(NEW_PASSWORD)).toHaveProperty('userId')
    for (const merchantId of stores)
      expect(await auditOf(merchantId, 'password.changed')).toEqual([{ actor: email, details: {} }])
  })

  test('needs the present one, and a wrong one changes nothing', async () => {
    const before = await signIn(PASSWORD)
    const change = { current: 'another one', next: NEW_PASSWORD }
    await expect(changePassword(await viewer(), change)).rejects.toMatchObject({
      code: 'unauthorized',
    })
    expect(await findViewer(before.userId, before.sessionVersion)).not.toBeNull()
    expect(await attempt(PASSWORD)).toHaveProperty('userId')
  })

  test('is refused when it is too short', async () => {
    const change = { current: PASSWORD, next: 'short' }
    await expect(changePassword(await viewer(), change)).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  test('cannot be had by guessing: after ten wrong tries the right one is refused, too', async () => {
    const ann = await viewer()
    const change = { current: 'a guess of many', next: NEW_PASSWORD }
    for (let number = 1; number <= 10; number += 1)
      await expect(changePassword(ann, change)).rejects.toMatchObject({ code: 'unauthorized' })
    const right = { current: PASSWORD, next: NEW_PASSWORD }
    await expect(changePassword(ann, right)).rejects.toMatchObject({ code: 'too-many' })
    expect(await attempt(PASSWORD), 'signing in is not affected').toHaveProperty('userId')
  })
})

function attempt(password: string) {
  return verifySignIn({ email, password, address: '192.0.2.1' })
}

async function signIn(password: string) {
  const session = await attempt(password)
  if ('refusal' in session) throw new Error(session.refusal)
  return session
}

async function viewer(): Promise<Viewer> {
  const { userId, sessionVersion } = await signIn(PASSWORD)
  const found = await findViewer(userId, sessionVersion)
  if (found === null) throw new Error('The session has ended.')
  return found
}
