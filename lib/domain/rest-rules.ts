import { type ProductTags, readProductTags } from './product-tags.ts'

/** The merchant's choices for messages that go by ONTRAPORT's documented API. */
export type RestRules = {
  /** Whether a product that the account does not have is made there. */
  createProducts: 'off' | 'on'
  /** Where shipping, handling and tax of a sale go. */
  shippingAndTax: 'leave-out' | 'own-line' | 'in-price'
  /** What a refund of the whole order does with the sale. */
  wholeRefunds: 'refund' | 'void'
  /** The API refunds whole sales only: the tag that a contact gets for a part; none for `''`. */
  partialRefundTag: string
  /** Tags that a buyer gets, and loses. */
  saleTags: string[]
  saleTagsRemoved: string[]
  /** The same for buyers of an item. */
  productTags: ProductTags[]
  /** The buyer's field that takes the number of the order's affiliate; none for `''`. */
  buyerAffiliateField: string
  /** The contact's field that takes an auto order's word; none for `''`. */
  statusField: string
  /** An auto order's word becomes the tag `PREFIX: word`; none for `''`. */
  statusTag: string
  /** The contact's field that takes an affiliate's number. */
  affiliateField: string
  /** The tag of approved affiliates. */
  affiliateTag: string
  /** The custom field of an order, 1 to 7, that carries ONTRAPORT's `oprid`; 0 for none. */
  partnerField: number
}

export const DEFAULT_REST_RULES: RestRules = {
  createProducts: 'off',
  shippingAndTax: 'leave-out',
  wholeRefunds: 'refund',
  partialRefundTag: 'Partial refund',
  saleTags: [],
  saleTagsRemoved: [],
  productTags: [],
  buyerAffiliateField: '',
  statusField: '',
  statusTag: 'Auto order',
  affiliateField: '',
  affiliateTag: 'UltraCart affiliate',
  partnerField: 0,
}

/** The change, or the sentence that says what the rule takes; `null` for a name that is none of these rules. */
export function setRestRule(
  rules: RestRules,
  name: string,
  value: string,
): RestRules | string | null {
  const setter = SETTERS.get(name)
  return setter === undefined ? null : setter(rules, value.replaceAll('\0', '').trim(), name)
}

const ANY_LINE = /^[^\r\n]{0,100}$/
/** As ONTRAPORT names fields, such as `f1234`. */
const FIELD_NAME = /^[A-Za-z0-9_]{0,60}$/

type Setter = (rules: RestRules, value: string, name: string) => RestRules | string

const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>(
  Object.entries({
    'api-create-products': choice('createProducts', ['off', 'on']),
    'api-shipping-tax': choice('shippingAndTax', ['leave-out', 'own-line', 'in-price']),
    'api-whole-refunds': choice('wholeRefunds', ['refund', 'void']),
    'api-partial-refund-tag': text('partialRefundTag', ANY_LINE),
    'api-sale-tags': tags('saleTags'),
    'api-sale-tags-removed': tags('saleTagsRemoved'),
    'api-product-tags': (rules, value) => {
      const productTags = readProductTags(value)
      return typeof productTags === 'string' ? productTags : { ...rules, productTags }
    },
    'api-buyer-affiliate-field': text('buyerAffiliateField', FIELD_NAME),
    'api-status-field': text('statusField', FIELD_NAME),
    'api-status-tag': text('statusTag', ANY_LINE),
    'api-affiliate-field': text('affiliateField', FIELD_NAME),
    'api-affiliate-tag': text('affiliateTag', ANY_LINE),
    'api-partner-field': (rules, value, name) =>
      /^[0-7]$/.test(value)
        ? { ...rules, partnerField: Number(value) }
        : `The rule ${name} takes the number of an order's custom field, 1 to 7, or 0 for none.`,
  }),
)

export const REST_RULE_NAMES: readonly string[] = [...SETTERS.keys()]

function choice<Key extends keyof RestRules, Value extends RestRules[Key] & string>(
  key: Key,
  values: readonly Value[],
): Setter {
  return (rules, value, name) => {
    const found = values.find((candidate) => candidate === value)
    return found === undefined
      ? `The rule ${name} takes ${values.join(' or ')}, not "${value}".`
      : { ...rules, [key]: found }
  }
}

type TextRule =
  | 'partialRefundTag'
  | 'buyerAffiliateField'
  | 'statusField'
  | 'statusTag'
  | 'affiliateField'
  | 'affiliateTag'

/** `none`, like nothing at all, empties the rule. */
function text(key: TextRule, pattern: RegExp): Setter {
  return (rules, value, name) => {
    const given = value === 'none' ? '' : value
    return pattern.test(given)
      ? { ...rules, [key]: given }
      : `The rule ${name} does not take "${value}".`
  }
}

function tags(key: 'saleTags' | 'saleTagsRemoved'): Setter {
  return (rules, value) => {
    const names = value.split(',').map((name) => name.trim())
    return { ...rules, [key]: [...new Set(names)].filter((name) => name !== '') }
  }
}
