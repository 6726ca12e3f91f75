import { expect, test } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import type { JsonObject } from '#tests/support/build-order.ts'
import { fixtureBytes, readJson, refusalOf, toBytes } from '#tests/support/read-webhook.ts'

function readAffiliate(model: JsonObject, eventName = 'affiliate_update') {
  const [event] = readJson([{ [eventName]: { affiliate_oid: 7, status: 'Active', ...model } }])
  return event?.kind === 'snapshot' ? event.snapshot : event
}

test('the fixture is read field by field', () => {
  const [event] = readDelivery(fixtureBytes('ultracart-affiliate-create.json'), 'DEMO')
  expect(event?.kind === 'snapshot' && event.snapshot).toEqual({
    kind: 'affiliate',
    merchantId: 'DEMO',
    eventName: 'affiliate_create',
    affiliateId: 204931,
    isApproved: false,
    email: 'anais@example.com',
    firstName: 'Anaïs',
    lastName: 'D’Almeida',
    company: 'Thé & Compagnie',
    phone: '+33 4 55 50 01 00',
    address1: '8 rue de l’Église',
    address2: '',
    city: 'Lyon',
    stateRegion: 'Auvergne-Rhône-Alpes',
    postalCode: '69001',
    countryCode: 'FR',
  })
})

test.each([
  [{ status: 'Active' }, true],
  [{ status: ' approved ' }, true],
  [{ status: 'Inactive' }, false],
  [{ status: 'Pending' }, false],
  [{ status: 'Rejected' }, false],
  [{ status: 'Active', terminated_for_spam: true }, false],
  [{ status: 'Active', terminated_for_spam: false }, true],
])('%j is approved: %s', (model, isApproved) => {
  expect(readAffiliate(model)).toMatchObject({ isApproved })
})

test('one that was deleted is approved no more', () => {
  expect(readAffiliate({}, 'affiliate_delete')).toMatchObject({ isApproved: false })
})

test('an affiliate event without number or status is none', () => {
  const nothing = { kind: 'ignored', reason: 'it carries no affiliate' }
  expect(readAffiliate({ affiliate_oid: null })).toMatchObject(nothing)
  expect(readAffiliate({ status: '' })).toMatchObject(nothing)
})

test('a number that is none is refused with its place', () => {
  const event = { affiliate_create: { affiliate_oid: 'x', status: 'Active' } }
  expect(refusalOf(toBytes([event]))).toBe(
    '[0].affiliate_create.affiliate_oid is not a whole number above 0',
  )
})
