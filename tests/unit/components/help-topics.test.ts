import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HELP, type HelpTopic } from '#components/texts/help-topics.ts'

const PAGES = join(import.meta.dirname, '../../../app/(admin)')

/** What the vendor's own answer to each question comes down to. */
const SAID: [HelpTopic, string[]][] = [
  ['totals', ['shipping and handling', 'Test orders', 'reject']],
  ['item-twice', ['oapProductid', 'copied']],
  [
    'no-customer-data',
    ['Accounts Receivable', 'Pre-ordered', 'Quote', 'Pending Clearance', 'Fraud Review'],
  ],
  ['key-turned-away', ['stale', 'contacts', 'order form', 'screenshot', 'log', 'method']],
  ['tags', ['campaign', 'Purchases', 'tag']],
]

describe('the answer to each question of the vendor’s page', () => {
  test.each(SAID)('%s says what the vendor says', (topic, words) => {
    const { answer, points } = HELP[topic]
    for (const word of words) expect([answer, ...points].join(' ')).toContain(word)
  })

  test.each(SAID)('%s leads to pages that are there', (topic) => {
    for (const { href } of HELP[topic].links) {
      const [path = ''] = href.split(/[?#]/)
      const places = ['page.tsx', '(list)/page.tsx'].map((file) => join(PAGES, path, file))
      expect(
        places.some((place) => existsSync(place)),
        href,
      ).toBe(true)
    }
  })
})
