import { writeProductTags } from '#lib/domain/product-tags.ts'
import type { Rule, TextRule } from './integration-rule-words.ts'

/** What counts where messages go by ONTRAPORT's API, with what each choice leads to, in words. */
export const API_RULES: readonly Rule[] = [
  {
    name: 'partial-refunds',
    title: 'Partial refunds',
    value: (rules) => rules.partialRefunds,
    choices: [
      {
        value: 'send',
        label: 'Tag the buyer',
        consequence:
          'The API takes back whole sales only, so a part that was refunded leaves the sale as it is and gives the buyer a tag.',
      },
      {
        value: 'full-only',
        label: 'Full refunds only',
        consequence: 'ONTRAPORT hears of a refund only when the whole order has been refunded.',
      },
    ],
  },
  {
    name: 'api-whole-refunds',
    title: 'Refunds of a whole order',
    value: (rules) => rules.rest.wholeRefunds,
    choices: [
      {
        value: 'refund',
        label: 'Refund the sale',
        consequence: 'The sale shows as refunded, and ONTRAPORT takes back what a partner earned.',
      },
      {
        value: 'void',
        label: 'Void the sale',
        consequence: 'ONTRAPORT no longer counts the sale at all.',
      },
    ],
  },
  {
    name: 'api-create-products',
    title: 'Products that ONTRAPORT lacks',
    value: (rules) => rules.rest.createProducts,
    choices: [
      {
        value: 'off',
        label: 'Do not make',
        consequence:
          'A sale of a product that the account does not have fails with its name, and goes out once the name is there or another one is chosen under Products.',
      },
      {
        value: 'on',
        label: 'Make them',
        consequence:
          'A sale makes the product under its name here. A name that is only spelled otherwise makes a second product, which no partner program knows; check the names first.',
      },
    ],
  },
  {
    name: 'api-shipping-tax',
    title: 'Shipping and tax',
    value: (rules) => rules.rest.shippingAndTax,
    choices: [
      {
        value: 'leave-out',
        label: 'Leave out',
        consequence: 'A sale comes to what the goods cost after discounts.',
      },
      {
        value: 'own-line',
        label: 'Lines of their own',
        consequence:
          'The products “Shipping” and “Tax” stand in the sale, which comes to what was paid.',
      },
      {
        value: 'in-price',
        label: 'Within the prices',
        consequence:
          'They are spread over the prices of the goods, so that the sale comes to what was paid.',
      },
    ],
  },
]

/** Rules that are a text: tags and names of fields. */
export const API_TEXT_RULES: readonly TextRule[] = [
  {
    name: 'api-sale-tags',
    title: 'Tags that a buyer gets',
    placeholder: 'Buyer, Tea lover',
    value: ({ rest }) => rest.saleTags.join(', '),
    describe: (tags) =>
      tags === ''
        ? 'A sale adds no tag.'
        : 'Every sale adds these tags to its buyer; ONTRAPORT makes those that it lacks.',
  },
  {
    name: 'api-sale-tags-removed',
    title: 'Tags that a buyer loses',
    placeholder: 'Lead',
    value: ({ rest }) => rest.saleTagsRemoved.join(', '),
    describe: (tags) =>
      tags === '' ? 'A sale takes no tag away.' : 'Every sale takes these tags from its buyer.',
  },
  {
    name: 'api-product-tags',
    title: 'Tags for single products',
    placeholder: 'TEA-1: Tea buyer, -Lead',
    isLong: true,
    value: ({ rest }) => writeProductTags(rest.productTags),
    describe: (tags) =>
      tags === ''
        ? 'No product has tags of its own. One line each: item id, colon, tags; a minus takes the tag away.'
        : 'Whoever buys one of these items gets its tags and loses those behind a minus.',
  },
  {
    name: 'api-partner-field',
    title: 'Custom field that names the partner',
    placeholder: '1 to 7',
    value: ({ rest }) => (rest.partnerField === 0 ? '' : String(rest.partnerField)),
    empty: '0',
    describe: (field) =>
      field === ''
        ? 'Sales name no partner. If your checkout keeps ONTRAPORT’s cookie “oprid” in a custom field of the order, enter that field’s number, 1 to 7.'
        : `What the order’s custom field ${field} holds goes with the sale as “oprid”, by which ONTRAPORT credits the partner.`,
  },
  {
    name: 'api-buyer-affiliate-field',
    title: 'Buyer’s field for the affiliate',
    placeholder: 'f1234',
    value: ({ rest }) => rest.buyerAffiliateField,
    describe: (field) =>
      field === ''
        ? 'ONTRAPORT does not hear which affiliate of UltraCart made a sale.'
        : `The buyer’s field ${field} gets the number of the affiliate who made the sale.`,
  },
  {
    name: 'api-partial-refund-tag',
    title: 'Tag for a partial refund',
    placeholder: 'Partial refund',
    value: ({ rest }) => rest.partialRefundTag,
    empty: 'none',
    describe: (tag) =>
      tag === ''
        ? 'A partial refund leaves no mark in ONTRAPORT.'
        : 'The buyer of an order that was refunded in part gets this tag.',
  },
  {
    name: 'api-status-tag',
    title: 'Tag for an auto order',
    placeholder: 'Auto order',
    value: ({ rest }) => rest.statusTag,
    empty: 'none',
    describe: (tag) =>
      tag === ''
        ? 'The status of an auto order becomes no tag.'
        : `The buyer always has one of the tags “${tag}: active”, “${tag}: cancelled” and so on; the one before goes.`,
  },
  {
    name: 'api-status-field',
    title: 'Buyer’s field for an auto order',
    placeholder: 'f1234',
    value: ({ rest }) => rest.statusField,
    describe: (field) =>
      field === ''
        ? 'The status of an auto order goes into no field.'
        : `The buyer’s field ${field} gets the status word.`,
  },
  {
    name: 'api-affiliate-tag',
    title: 'Tag of approved affiliates',
    placeholder: 'UltraCart affiliate',
    value: ({ rest }) => rest.affiliateTag,
    empty: 'none',
    describe: (tag) =>
      tag === ''
        ? 'Affiliates become contacts without a tag, so that nothing in ONTRAPORT can start from it.'
        : 'An approved affiliate’s contact has this tag, and loses it with the approval. An automation of yours makes the partner.',
  },
  {
    name: 'api-affiliate-field',
    title: 'Affiliate’s field for its number',
    placeholder: 'f1234',
    value: ({ rest }) => rest.affiliateField,
    describe: (field) =>
      field === ''
        ? 'UltraCart’s number of an affiliate goes into no field.'
        : `The affiliate’s field ${field} gets its number in UltraCart.`,
  },
]
