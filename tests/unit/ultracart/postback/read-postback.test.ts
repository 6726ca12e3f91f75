import { describe, expect, test } from 'vitest'
import { autoOrderWord } from '#lib/domain/auto-order-word.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import {
  anAutoOrderPostback,
  anItemElement,
  anOrderElement,
  anOrderPostback,
  readAutoOrderPostback,
  readOrderPostback,
} from '#tests/support/build-postback.ts'
import { fixtureBytes, refusalOf } from '#tests/support/read-webhook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (xml: string) => readDelivery(bytes(xml), 'DEMO')
const withOrder = (fields: Record<string, string | null>) =>
  readOrderPostback(anOrderPostback({ fields }))

describe('an order', () => {
  test('is read whole, whatever the content type said', () => {
    const [event] = readDelivery(fixtureBytes('ultracart-postback-order.xml'), 'DEMO')
    expect(event).toMatchObject({
      kind: 'snapshot',
      eventName: 'xml_order',
      path: 'export.order[0]',
      snapshot: {
        kind: 'order',
        merchantId: 'DEMO',
        orderId: 'DEMO-0009200417',
        stage: 'Shipping Department',
        createdAt: '2026-05-12T18:07:36.000Z',
        currency: 'USD',
        buyer: {
          title: 'Dr.',
          lastName: 'Núñez-Łukasiewicz',
          company: 'Söhne & Töchter "Café" GmbH',
          stateRegion: 'CA',
          postalCode: '95113',
          countryCode: 'US',
          email: 'zoe.nunez@example.com',
          dayPhone: '408-555-0147',
        },
        shipping: {
          method: 'USPS: Priority Mail',
          trackingNumbers: ['9400110200881234567890', '9400110200881234567891'],
          shippedAt: null,
          hasLiftGate: false,
        },
        totals: {
          subtotalCents: 6600,
          subtotalDiscountCents: 660,
          taxCents: 490,
          shippingHandlingCents: 795,
          shippingHandlingDiscountCents: 0,
          totalCents: 7225,
          refunded: { totalCents: 0 },
        },
        payment: {
          status: 'Processed',
          method: 'Credit Card',
          paidAt: '2026-05-12T18:07:39.000Z',
          isTestOrder: false,
        },
        taxes: { rate: 0.0825, county: 'Santa Clara' },
        coupons: [{ code: 'SPRING10-7F3K', baseCode: 'SPRING10', accountingCode: 'SPRING10' }],
        affiliates: [
          { affiliateId: 204817, subId: 'spring-newsletter' },
          { affiliateId: 204818, subId: '' },
        ],
        autoOrder: {
          code: 'ZX81QLM2P4',
          originalOrderId: 'DEMO-0009200417',
          status: 'active',
          lastRebillAt: null,
        },
        marketing: { advertisingSource: 'Newsletter', isOnMailingList: true },
        checkout: { screenBrandingThemeCode: 'DFLT', customerIpAddress: '192.0.2.44' },
        internal: null,
      },
    })
    expect(JSON.stringify(event)).not.toContain('1111')
  })

  test('has its items, their options and texts with HTML’s entities resolved as well', () => {
    const [event] = readDelivery(fixtureBytes('ultracart-postback-order.xml'), 'DEMO')
    expect(event).toMatchObject({
      snapshot: {
        items: [
          {
            index: 1,
            itemId: 'TEA-GREEN-100',
            description: 'Sencha 100 g – 日本茶 & Co.',
            quantity: 2,
            unitCostCents: 1850,
            discountedUnitCostCents: 1665,
            discountedTotalCents: 3330,
            weight: '0.5 LB',
            isTaxFree: false,
            options: [{ label: 'Grind', value: 'Loose leaf <fine>', costChangeCents: 0 }],
          },
          { index: 2, itemId: 'CLUB-MONTHLY', discountCents: 290, options: [] },
        ],
      },
    })
  })

  test('carries what was refunded so far, in total and by item', () => {
    const [event] = readDelivery(fixtureBytes('ultracart-postback-refund.xml'), 'DEMO')
    expect(event).toMatchObject({
      snapshot: {
        stage: 'Completed Order',
        payment: { status: 'Refunded' },
        totals: { refunded: { totalCents: 1802, subtotalCents: 1665, taxCents: 137 } },
        items: [{ quantityRefunded: 1, refundedCents: 1665 }, { quantityRefunded: 0 }],
        refund: { refundedAt: '2026-05-20T13:15:00.000Z', refundedBy: 'csr.amy' },
      },
    })
  })

  test('says of a part that did not come that it is not known', () => {
    const bare = '<export><order><order_id>DEMO-1</order_id></order></export>'
    expect(readOrderPostback(bare)).toMatchObject({
      stage: '',
      createdAt: null,
      buyer: null,
      shipping: null,
      items: null,
      totals: null,
      payment: null,
      taxes: null,
      coupons: null,
      affiliates: null,
      autoOrder: null,
      marketing: null,
      checkout: null,
      internal: null,
    })
  })

  test('takes nothing from deeper elements that repeat its names', () => {
    const inside = `<item><email>wrong@example.com</email><merchant_id>OTHER</merchant_id>
      <total>1.00</total><item_id>TEA</item_id></item>
      <customer_profile><email>wrong@example.com</email></customer_profile>`
    const order = readOrderPostback(anOrderPostback({ fields: { email: null }, inside }))
    expect(order).toMatchObject({ merchantId: 'DEMO', totals: { totalCents: 3934 } })
    expect(order.buyer?.email).toBe('')
  })

  test.each([1, 2, 3])('with %i items, options and coupons has as many', (count) => {
    const options = '<option><option_name>A</option_name></option>'.repeat(count)
    const coupons = '<coupon><coupon_code>C</coupon_code></coupon>'.repeat(count)
    const items = anItemElement({ fields: { item_index: null }, inside: options }).repeat(count)
    const order = readOrderPostback(anOrderPostback({ inside: `${coupons}${items}` }))
    expect(order.items?.map((item) => item.index)).toEqual([1, 2, 3].slice(0, count))
    expect(order.items?.[0]?.options).toHaveLength(count)
    expect(order.coupons).toHaveLength(count)
  })

  test('in another currency keeps its own decimal places', () => {
    expect(withOrder({ currency_code: 'JPY', total: '3934', subtotal: null }).totals).toMatchObject(
      {
        totalCents: 3934,
        subtotalCents: null,
      },
    )
  })
})

test.each([
  ['AR', 'Accounts Receivable'],
  ['SD', 'Shipping Department'],
  ['CO', 'Completed Order'],
  ['REJ', 'Rejected'],
  ['PO', 'Pre-ordered'],
  [' rej ', 'Rejected'],
  ['Shipping Department', 'Shipping Department'],
  ['quote request', 'Quote Request'],
  ['PC', 'PC'],
  ['Lost & Found', 'Lost & Found'],
])('the stage %j is %j', (current_stage, stage) => {
  expect(withOrder({ current_stage }).stage).toBe(stage)
})

test.each([
  ['Y', true],
  ['yes', true],
  ['true', true],
  ['N', false],
  ['no', false],
  ['FALSE', false],
  ['', null],
  ['perhaps', null],
])('the flag %j is %j', (word, flag) => {
  const order = withOrder({ mailing_list: word, advertising_source: 'x' })
  expect(order.marketing?.isOnMailingList).toBe(flag)
})

test.each([
  ['Germany', 'DE'],
  ['  united states ', 'US'],
  ["Cote d'Ivoire", 'CI'],
  ['us', 'US'],
  ['Ruritania', 'Ruritania'],
])('the country %j is %j', (bill_to_country, code) => {
  expect(withOrder({ bill_to_country }).buyer?.countryCode).toBe(code)
})

test('a date without its time counts when there is no other', () => {
  const order = withOrder({ payment_date_time: null, payment_date: '05/12/2026' })
  expect(order.payment?.paidAt).toBe('2026-05-12T04:00:00.000Z')
})

describe('an export', () => {
  test('of a thousand orders is read in their order', { timeout: 30_000 }, () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => `DEMO-${at}`)
    const orders = ids.map((order_id) => anOrderElement({ fields: { order_id } }))
    const events = read(`<export>${orders.join('\n')}</export>`)
    const snapshots = events.flatMap((event) => (event.kind === 'snapshot' ? event.snapshot : []))
    expect(snapshots.map((one) => (one.kind === 'order' ? one.orderId : one.kind))).toEqual(ids)
    expect(snapshots.at(-1)).toMatchObject({ totals: { totalCents: 3934 } })
    expect(events.at(-1)?.path).toBe('export.order[999]')
  })

  test('of no order brings nothing', () => {
    expect(read('<export><export_location/></export>')).toEqual([])
    expect(read('<export/>')).toEqual([])
  })

  test('after a byte order mark and white space is an export', () => {
    expect(read(`\uFEFF\n  ${anOrderPostback()}\n`)).toHaveLength(1)
  })

  test('of 10,001 orders is refused', () => {
    const xml = `<export>${'<order/>'.repeat(10_001)}</export>`
    expect(refusalOf(bytes(xml))).toBe('export brings more than 10000 orders')
  })

  test.each([
    ['<orders/>', 'The body is XML of "orders", not of export or auto_order'],
    ['<export><order/></export>', 'export.order[0].order_id is missing'],
    [
      anOrderPostback({ fields: { merchant_id: 'demo' } }),
      'export.order[0].merchant_id is "demo", but this address belongs to "DEMO"',
    ],
    [
      `<export>${anOrderElement()}${anOrderElement({ fields: { total: '39,34' } })}</export>`,
      'export.order[1].total is not an amount',
    ],
    [
      anOrderPostback({ inside: anItemElement({ fields: { cost: 'free' } }) }),
      'export.order[0].item[0].cost is not an amount',
    ],
    [
      anAutoOrderPostback({ fields: { auto_order_code: '' } }),
      'auto_order.auto_order_code is missing',
    ],
    [anAutoOrderPostback({ fields: { status: null } }), 'auto_order.status is missing'],
    [
      anAutoOrderPostback({ fields: { merchant_id: 'OTHER' } }),
      'auto_order.merchant_id is "OTHER", but this address belongs to "DEMO"',
    ],
  ])('is refused with the place of its fault: %s', (xml, sentence) => {
    expect(refusalOf(bytes(xml))).toBe(sentence)
  })
})

describe('an auto order', () => {
  const wordOf = (fields: Record<string, string | null>) => {
    const verdict = autoOrderWord(
      readAutoOrderPostback(anAutoOrderPostback({ fields })),
      DEFAULT_RELAY_RULES,
    )
    return verdict.kind === 'word' ? verdict.word : verdict.reason.code
  }

  test('is read whole', () => {
    const [event] = readDelivery(fixtureBytes('ultracart-postback-auto-order.xml'), 'DEMO')
    expect(event).toMatchObject({
      kind: 'snapshot',
      eventName: 'xml_auto_order',
      path: 'auto_order',
      snapshot: {
        kind: 'auto-order',
        autoOrderCode: 'ZX81QLM2P4',
        autoOrderOid: null,
        originalOrderId: 'DEMO-0009200417',
        failedAttemptCount: 1,
        nextAttemptAt: '2026-11-04T14:00:00.000Z',
        failureReason: 'Insufficient funds',
        cancelledAt: null,
        items: [
          {
            originalItemId: 'CLUB-MONTHLY',
            originalQuantity: 1,
            frequency: 'Monthly',
            nextShipmentAt: '2026-11-01T04:00:00.000Z',
            noOrderAfterAt: null,
            arbitraryUnitCostCents: null,
            arbitraryDiscountPercent: 0,
          },
        ],
        originalOrder: {
          orderId: 'DEMO-0009200417',
          buyer: {
            firstName: 'Zoë',
            email: 'zoe.nunez@example.com',
            countryCode: 'US',
            dayPhone: '408-555-0147',
            eveningPhone: '',
            cellPhone: '408-555-0199',
          },
          items: [{ index: 1, itemId: 'CLUB-MONTHLY', unitCostCents: 2900 }],
          checkout: { customFields: ['podcast', '', '', '', '', '', ''] },
        },
      },
    })
  })

  test.each([
    ['active', 'active'],
    ['card declined', 'card declined'],
    ['cancelled upgrade', 'cancelled upgrade'],
    ['cancelled downgrade', 'cancelled download'],
    ['cancelled download', 'cancelled download'],
    ['cancelled', 'cancelled'],
    ['terminated', 'terminated'],
    [' Card  Declined ', 'card declined'],
    ['canceled upgrade', 'cancelled upgrade'],
    ['on holiday', 'unknown-status'],
  ])('whose status is %j has the word %j', (status, word) => {
    expect(wordOf({ status })).toBe(word)
  })

  test.each(['active', 'card declined', 'cancelled', 'terminated', 'cancelled upgrade'])(
    'that is %s has no other word for what else its document mentions',
    (status) => {
      const attempts = {
        attempt: '3',
        failure_reason: 'Declined',
        next_attempt: '01 JAN 2027 09:00:00',
      }
      expect(wordOf({ status, ...attempts, cancelled_dts: '01 DEC 2026 10:00:00' })).toBe(status)
      expect(wordOf({ status, attempt: '0', cancelled_dts: '' })).toBe(status)
    },
  )

  test('is called by the merchant’s own word for a downgrade', () => {
    const downgraded = readAutoOrderPostback(
      anAutoOrderPostback({ fields: { status: 'cancelled downgrade' } }),
    )
    const rules = { ...DEFAULT_RELAY_RULES, downgradeWord: 'cancelled downgrade' } as const
    expect(autoOrderWord(downgraded, rules)).toEqual({ kind: 'word', word: 'cancelled downgrade' })
  })

  test('of which only the status came says that the rest is not known', () => {
    const xml =
      '<auto_order><auto_order_code>A1</auto_order_code><status>active</status></auto_order>'
    expect(readAutoOrderPostback(xml)).toMatchObject({ items: null, originalOrder: null })
  })
})
