import { describe, expect, test } from 'vitest'
import {
  type KnownProduct,
  type ListedProduct,
  planProduct,
  summarizePlan,
} from '#lib/domain/product-list.ts'

const nothingSaid = { description: null, oapProductId: null, priceCents: null, currency: null }

function listed(given: Partial<ListedProduct> = {}): ListedProduct {
  return { row: 2, itemId: 'TEA', productName: null, details: nothingSaid, faults: [], ...given }
}

function known(given: Partial<KnownProduct> = {}): KnownProduct {
  const item = {
    description: 'Green tea',
    oapProductId: 'Green Tea',
    priceCents: 1299,
    currency: 'USD',
    isToldByStore: true,
  }
  return { itemId: 'TEA', mappedName: null, item, ...given }
}

describe('a name', () => {
  test.each([
    ['that is sent already changes nothing', 'Green Tea', known(), undefined],
    [
      'that is entered already changes nothing',
      'Sencha',
      known({ mappedName: 'Sencha' }),
      undefined,
    ],
    ['that is another is entered', 'Sencha', known(), 'Sencha'],
    ['that is empty takes the entered one away', '', known({ mappedName: 'Sencha' }), null],
    ['that is empty changes nothing where none is entered', '', known(), undefined],
    ['that the list does not speak of stays', null, known({ mappedName: 'Sencha' }), undefined],
    ['of an unknown item that is its id needs no entry', 'TEA', undefined, undefined],
  ])('%s', (_what, productName, before, mappedName) => {
    const planned = planProduct(listed({ productName }), before)
    expect(planned.mappedName).toBe(mappedName)
    const isUnchanged = before !== undefined && mappedName === undefined
    expect(planned.verdict === 'unchanged').toBe(isUnchanged)
  })
})

describe('what a list says of the item itself', () => {
  const details = { ...nothingSaid, description: 'From the list', priceCents: 900 }

  test('is taken for an item that nothing has told of', () => {
    expect(planProduct(listed({ details }), undefined)).toMatchObject({ verdict: 'new', details })
  })

  test('fills in an item that only an order has told of', () => {
    const sold = known({
      item: {
        description: '',
        oapProductId: '',
        priceCents: null,
        currency: 'USD',
        isToldByStore: false,
      },
    })
    expect(planProduct(listed({ details }), sold)).toMatchObject({ verdict: 'changed', details })
  })

  test('does not overrule the store', () => {
    expect(planProduct(listed({ details }), known())).toMatchObject({
      verdict: 'unchanged',
      details: null,
    })
  })

  test('does not make an item of a name that waits for its first order', () => {
    const waiting = known({ mappedName: 'Sencha', item: null })
    const row = listed({ productName: 'Sencha', details: { ...nothingSaid, description: '' } })
    expect(planProduct(row, waiting)).toMatchObject({ verdict: 'unchanged', details: null })
  })
})

test('a faulty row changes nothing and says why', () => {
  const row = listed({ productName: 'Sencha', faults: ['the item id is missing'] })
  expect(planProduct(row, known())).toMatchObject({
    verdict: 'faulty',
    note: 'the item id is missing',
    mappedName: undefined,
    details: null,
  })
})

test('all rows are counted, and what changes nothing is not shown', () => {
  const planned = [
    planProduct(listed({ row: 2, productName: 'Sencha' }), known()),
    planProduct(listed({ row: 3 }), known()),
    planProduct(listed({ row: 4, faults: ['wrong'] }), known()),
  ]
  expect(summarizePlan(planned)).toEqual({
    counts: { new: 0, changed: 1, unchanged: 1, faulty: 1 },
    rows: [
      { row: 4, itemId: 'TEA', verdict: 'faulty', note: 'wrong' },
      { row: 2, itemId: 'TEA', verdict: 'changed', note: 'sent as “Sencha” from now on' },
    ],
  })
})
