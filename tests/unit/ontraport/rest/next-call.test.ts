import { expect, test } from 'vitest'
import { nextCall } from '#lib/ontraport/rest/next-call.ts'
import type { SalePlan } from '#lib/ontraport/rest/plan.ts'
import { NO_PROGRESS, type Progress } from '#lib/ontraport/rest/progress.ts'

const plan = (name: string): SalePlan => ({
  kind: 'sale',
  orderId: 'DEMO-1',
  contact: { email: 'zoe@example.com' },
  placedAt: 0,
  lines: [{ name, quantity: 1, price: 29 }],
  partner: null,
  createProducts: false,
  shippingAndTax: 'leave-out',
  addTags: [],
  removeTags: [],
})

const withContact: Progress = { ...NO_PROGRESS, contactId: '7' }

test.each(['Sencha', 'constructor', '__proto__', 'toString'])(
  'the product %s is looked up before its sale is logged, and logged with its id after',
  (name) => {
    expect(nextCall(plan(name), withContact)).toMatchObject({ kind: 'find-product', name })
    const found = { ...withContact, productIds: new Map([[name, '12']]) }
    expect(nextCall(plan(name), found)).toMatchObject({
      kind: 'log-sale',
      call: { body: { offer: { products: [{ id: 12, quantity: 1 }] } } },
    })
  },
)

test.each(['Zoë\'s 12" mug', 'Tea "green"', 'a\\b', "x' OR '1'='1"])(
  'the product %s is asked for by exactly that name, whatever its quotes',
  (name) => {
    const next = nextCall(plan(name), withContact)
    const path = 'call' in next ? next.call.path : ''
    const condition = new URLSearchParams(path.split('?')[1]).get('condition')
    expect(JSON.parse(condition ?? '')).toEqual([
      { field: { field: 'name' }, op: '=', value: { value: name } },
    ])
  },
)
