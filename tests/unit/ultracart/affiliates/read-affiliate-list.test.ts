import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#lib/errors.ts'
import { readAffiliateList } from '#lib/ultracart/affiliates/read-affiliate-list.ts'
import { anyText } from '#tests/support/arbitrary-parts.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readAffiliateList(bytes(text), 'DEMO')

function facts(text: string) {
  return read(text).map((one) =>
    one.kind === 'faulty'
      ? [one.row, ...one.faults]
      : [one.row, one.affiliate.affiliateId, one.affiliate.isApproved, one.affiliate.email],
  )
}

function refusalOf(file: Uint8Array): string {
  try {
    readAffiliateList(file, 'DEMO')
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformed') return error.publicMessage
    throw error
  }
  return 'taken'
}

test('a row is read into an affiliate', () => {
  const [first] = read(
    'Affiliate ID,Approved,Email,First Name,Last Name,Company,Phone,Address,Address 2,City,State,Zip,Country\n' +
      '204931,True,anais@example.com,Anaïs,"D’Almeida, Dr.","Thé ""&"" Cie",+33 4,8 rue,B,Lyon,ARA,69001,FR\n',
  )
  expect(first).toEqual({
    row: 2,
    kind: 'read',
    affiliate: {
      kind: 'affiliate',
      merchantId: 'DEMO',
      affiliateId: 204931,
      eventName: 'affiliate-list',
      isApproved: true,
      email: 'anais@example.com',
      firstName: 'Anaïs',
      lastName: 'D’Almeida, Dr.',
      company: 'Thé "&" Cie',
      phone: '+33 4',
      address1: '8 rue',
      address2: 'B',
      city: 'Lyon',
      stateRegion: 'ARA',
      postalCode: '69001',
      countryCode: 'FR',
    },
  })
})

describe('the head may call its columns by', () => {
  test.each([
    ['our own names', 'affiliateId,approved,email'],
    ['UltraCart’s names', 'affiliate_oid,status,email'],
    ['names in capitals with blanks', ' AFFILIATE ID , Affiliate Approved , E-Mail '],
    ['names among others', 'fax,ID,Status,E-mail address,tax_id'],
  ])('%s', (_, head) => {
    const at = head.split(',').length === 5 ? 'x,1,yes,a@example.com,9' : '1,yes,a@example.com'
    expect(facts(`${head}\n${at}`)).toEqual([[2, 1, true, 'a@example.com']])
  })

  test('nothing that leaves out the number or the approval', () => {
    expect(refusalOf(bytes('email,approved\na@example.com,yes'))).toBe(
      'The first row has no column for the affiliate’s number, such as “Affiliate ID”',
    )
    expect(refusalOf(bytes('id,email\n1,a@example.com'))).toBe(
      'The first row has no column for the approval, such as “Approved” or “Status”',
    )
  })

  test('one name for two columns', () => {
    expect(refusalOf(bytes('id,oid,approved\n1,2,yes'))).toBe(
      'The first row has two columns for one thing: “id” and “oid” (affiliateId)',
    )
  })
})

describe('an approval may be', () => {
  test.each([
    ['True', true],
    ['yes', true],
    ['1', true],
    ['Active', true],
    ['APPROVED', true],
    ['False', false],
    ['n', false],
    ['0', false],
    ['Inactive', false],
    ['pending', false],
    ['Rejected', false],
  ])('%s', (word, isApproved) => {
    expect(facts(`id,status,email\n1,${word},`)).toEqual([[2, 1, isApproved, '']])
  })

  test('taken away by a termination for spam', () => {
    expect(facts('id,status,terminated_for_spam\n1,Active,true\n2,Active,false')).toEqual([
      [2, 1, false, ''],
      [3, 2, true, ''],
    ])
  })
})

describe('a fault names its column, and its row is the one of the spreadsheet', () => {
  const head = 'Affiliate ID,Status,E-mail\n'
  test.each<[string, unknown[]]>([
    ['x,Active,', [[2, 'Affiliate ID is not a whole number above 0']]],
    [',Active,', [[2, 'Affiliate ID is missing']]],
    ['1,,', [[2, 'Status is missing']]],
    ['1,maybe,', [[2, 'Status is neither true nor false']]],
    ['1,Active,nobody', [[2, 'E-mail is not an email address']]],
    [
      'x,maybe,nobody',
      [
        [
          2,
          'Affiliate ID is not a whole number above 0',
          'Status is neither true nor false',
          'E-mail is not an email address',
        ],
      ],
    ],
    ['\n,,\n1,Active', [[4, 1, true, '']]],
    [
      '1,Active,"a\n"\n2,Active,',
      [
        [2, 'E-mail is not an email address'],
        [3, 2, true, ''],
      ],
    ],
    [
      '1,Active,\n1,Inactive,',
      [
        [2, 1, true, ''],
        [3, '1 stands in row 2 already'],
      ],
    ],
  ])('%j', (rows, expected) => {
    expect(facts(head + rows)).toEqual(expected)
  })
})

describe('a file may be', () => {
  const text = 'id;status;city\r\n1;yes;Zürich\r\n'

  test.each([
    ['separated by semicolons', bytes(text)],
    ['separated by tabs', bytes(text.replaceAll(';', '\t'))],
    ['marked as UTF-8', bytes(`\uFEFF${text}`)],
    ['in Windows-1252', Uint8Array.from(Buffer.from(text, 'latin1'))],
    ['in UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ])('%s', (_, file) => {
    expect(readAffiliateList(file, 'DEMO')).toMatchObject([
      { kind: 'read', affiliate: { affiliateId: 1, isApproved: true, city: 'Zürich' } },
    ])
  })

  test.each([
    ['', 'The file is empty'],
    ['\n \n', 'The file is empty'],
    ['id,status\n1,"yes', /^The file is no readable CSV: /],
    [`id,status${'\n1,yes'.repeat(10_001)}`, 'The file has more than 10000 affiliates; split it'],
  ])('refused: %#', (text, sentence) => {
    expect(refusalOf(bytes(text))).toMatch(sentence)
  })
})

test('whatever stands in a cell, it is read as it was', () => {
  const anyCell = anyText().map((cell) => cell.toWellFormed())
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 8 }), (cells) => {
      const rows = cells.map((cell, at) => `${at + 1},yes,${quoted(cell)}`)
      const listed = read(`id,approved,company\n${rows.join('\n')}`)
      expect(listed.map((one) => one.kind === 'read' && one.affiliate.company)).toEqual(
        cells.map((cell) => cell.replaceAll('\0', '').trim()),
      )
    }),
    { endOnFailure: true },
  )
})
