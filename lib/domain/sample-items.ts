/** An item of the sample store, in our words. */
export type SampleItem = {
  itemId: string
  description: string
  /** `''` for an item that has none. */
  oapProductId: string
  priceCents: number
  isKit: boolean
}

/**
 * What the sample store sells. The ids are such as no real store uses, so that
 * the items can be taken away again when the store goes live. Two share one
 * `oapProductid`, as a copied item does whose field was forgotten.
 */
export const SAMPLE_ITEMS = [
  sample('RELAY-SAMPLE-TEA', 'Sencha 100 g – 日本茶 & Co.', 1850, 'Green Tea (100 g)'),
  sample('RELAY-SAMPLE-POT', 'Teapot “Kyūsu”, 0.35 l', 4200),
  sample('RELAY-SAMPLE-MUG', 'Mug, glazed', 1400, 'Tea Mug'),
  sample('RELAY-SAMPLE-MUG-2', 'Mug, glazed (copy)', 1500, 'Tea Mug'),
  sample('RELAY-SAMPLE-CLUB', 'Tea Club membership (monthly)', 2900, 'Tea Club'),
  sample('RELAY-SAMPLE-BOX', 'Tasting box, a small part of everything', 300),
  { ...sample('RELAY-SAMPLE-SET', 'Gift set: teapot and mug', 5100), isKit: true },
] as const satisfies readonly SampleItem[]

function sample(
  itemId: string,
  description: string,
  priceCents: number,
  oapProductId = '',
): SampleItem {
  return { itemId, description, oapProductId, priceCents, isKit: false }
}
