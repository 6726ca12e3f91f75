import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeMessage, type ItemNames } from '#lib/domain/compose-message.ts'
import type { Message } from '#lib/domain/message.ts'
import { encodeMessage } from '#lib/ontraport/encode-message.ts'
import { SAMPLE_EVENTS } from '#tests/support/sample-events.ts'
import { assertValid, type SchemaName } from '#tests/support/xml-schema.ts'

const NAMES: ItemNames = new Map([
  ['TEA-GREEN-100', { mappedName: 'Green Tea <Sencha>', oapProductId: 'GT' }],
  ['CLUB-MONTHLY', { mappedName: null, oapProductId: 'Tea Club' }],
])

const GOLDEN_FOLDER = join(import.meta.dirname, '../../fixtures/golden')

/** Golden files are indented for people; the document has nothing between its tags. */
async function readGolden(name: string): Promise<string> {
  const indented = await readFile(join(GOLDEN_FOLDER, `${name}.xml`), 'utf8')
  return indented.replace(/\n *(?=<)/g, '').replace('?><', '?>\n<')
}

function messageOf(name: keyof typeof SAMPLE_EVENTS): Message {
  const message = composeMessage(SAMPLE_EVENTS[name], NAMES)
  if (message === null) throw new Error(`The sample ${name} has no message.`)
  return message
}

const SAMPLES: [keyof typeof SAMPLE_EVENTS, SchemaName][] = [
  ['sale', 'sale'],
  ['rebill', 'sale'],
  ['refund', 'refund'],
  ['partial-refund', 'refund'],
  ['auto-order-declined', 'auto-order-status'],
  ['auto-order-cancelled', 'auto-order-status'],
  ['affiliate', 'affiliate'],
  ['affiliate-approved', 'affiliate'],
]

test.each(SAMPLES)('%s is the golden document, byte for byte', async (name) => {
  expect(encodeMessage(messageOf(name))).toEqual({
    xml: await readGolden(name),
    dialect: 'ultracart-postback-1',
  })
})

test.each(SAMPLES)('%s is valid by libxml2', async (name, schema) => {
  await assertValid(encodeMessage(messageOf(name)).xml, schema)
})

test('the schemas tell the documents apart', async () => {
  const { xml } = encodeMessage(messageOf('partial-refund'))
  await expect(assertValid(xml, 'sale')).rejects.toThrow('quantity_refunded')
})
