import { describe, expect, test } from 'vitest'
import { AppError } from '#lib/errors.ts'
import { readAffiliates } from '#lib/ultracart/affiliates/read-affiliates.ts'
import { toBytes } from '#tests/support/read-webhook.ts'

const least = { affiliateId: 204931, approved: true }

const read = (value: unknown) => readAffiliates(toBytes(value), 'DEMO')

function refusalOf(body: Uint8Array): string {
  try {
    readAffiliates(body, 'DEMO')
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformed') return error.publicMessage
    throw error
  }
  return 'taken'
}

test('every documented field is read', () => {
  const posted = {
    ...least,
    email: ' anais@example.com ',
    firstName: 'Anaïs',
    lastName: 'D’Almeida',
    company: 'Thé & Compagnie',
    phone: 33455500100,
    address1: '8 rue de l’Église',
    address2: null,
    city: 'Lyon',
    state: 'ARA',
    postalCode: '69001',
    countryCode: 'FR',
  }
  expect(read(posted)).toEqual([
    {
      kind: 'affiliate',
      merchantId: 'DEMO',
      affiliateId: 204931,
      eventName: 'affiliate-post',
      isApproved: true,
      email: 'anais@example.com',
      firstName: 'Anaïs',
      lastName: 'D’Almeida',
      company: 'Thé & Compagnie',
      phone: '33455500100',
      address1: '8 rue de l’Église',
      address2: '',
      city: 'Lyon',
      stateRegion: 'ARA',
      postalCode: '69001',
      countryCode: 'FR',
    },
  ])
})

test('the first two fields are enough, and the number may come as its digits', () => {
  expect(read({ affiliateId: '204931', approved: false })).toMatchObject([
    { affiliateId: 204931, isApproved: false, email: '' },
  ])
})

test('fields that are none of ours are left alone', () => {
  expect(read({ ...least, csrfToken: {}, merchantId: 'OTHER' })).toMatchObject([
    { affiliateId: 204931, merchantId: 'DEMO' },
  ])
})

test('a list is read in its order, and a thousand are taken', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({ ...least, affiliateId: at + 1 }))
  expect(read(many).map((one) => one.affiliateId)).toEqual(many.map((one) => one.affiliateId))
  expect(read([])).toEqual([])
})

describe('the place of a fault is named', () => {
  test.each<[unknown, string]>([
    [[least, least, least, { approved: true }], '[3].affiliateId is missing'],
    [{ approved: true }, 'affiliateId is missing'],
    [{ affiliateId: 1 }, 'approved is missing'],
    [{ ...least, affiliateId: '12a' }, 'affiliateId is not a whole number above 0'],
    [{ ...least, affiliateId: 0 }, 'affiliateId is not a whole number above 0'],
    [{ ...least, affiliateId: -3 }, 'affiliateId is not a whole number above 0'],
    [{ ...least, affiliateId: 1.5 }, 'affiliateId is not a whole number above 0'],
    [{ ...least, affiliateId: 2 ** 53 }, 'affiliateId is not a whole number above 0'],
    [{ ...least, affiliateId: [1] }, 'affiliateId is not a whole number above 0'],
    [{ ...least, approved: 'True' }, 'approved is neither true nor false'],
    [{ ...least, approved: 1 }, 'approved is neither true nor false'],
    [{ ...least, email: 'anais' }, 'email is not an email address'],
    [{ ...least, email: 'a b@example.com' }, 'email is not an email address'],
    [{ ...least, city: {} }, 'city is not text'],
    [[{ ...least, city: 'x'.repeat(256) }], '[0].city is longer than 255 characters'],
    [[least, null], '[1] is not an object'],
    [[[least]], '[0] is not an object'],
    ['anais@example.com', 'The body is not an object'],
    [Array.from({ length: 1_001 }, () => least), 'The body holds more than 1000 affiliates'],
  ])('%j', (value, sentence) => {
    expect(refusalOf(toBytes(value))).toBe(sentence)
  })

  test.each([
    ['', 'The body is empty'],
    ['{"affiliateId":', 'The body is not valid JSON'],
    ['affiliateId=1&approved=true', 'The body is not valid JSON'],
    [`${'['.repeat(65)}`, 'The body nests deeper than 64 levels'],
  ])('%j', (text, sentence) => {
    expect(refusalOf(new TextEncoder().encode(text))).toBe(sentence)
  })
})
