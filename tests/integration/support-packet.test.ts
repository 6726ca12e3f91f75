import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { previewSupportPacket, zipSupportPacket } from '#lib/services/make-support-packet.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { buildTransmission, buildTransmissions } from '#tests/support/build-transmission.ts'
import { readZip } from '#tests/support/read-zip.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

const NOTES = {
  formUrl: 'https://shop.example.com/<order>',
  formName: 'Tea & more',
  note: '',
  areEmailsMasked: false,
}

let relay: RelayWorld
beforeAll(async () => {
  relay = await startRelayWorld()
  env.ONTRAPORT_URL = relay.ontraport.url
})
afterAll(() => relay.close())
beforeEach(() => relay.reset())

/** A sale that ONTRAPORT turned away with these words. */
async function refusedSale(body: string): Promise<string> {
  relay.ontraport.respond({ kind: 'status', status: 422, body, headers: { 'x-request': 'r-77' } })
  const order = anOrder({ order_id: 'DEMO-0009' })
  await relay.deliver(['order_create', order])
  await relay.drain()
  const [row] = await relay.log('DEMO-0009')
  return row?.id ?? ''
}

async function unpacked(id: string, notes = NOTES): Promise<Record<string, string>> {
  return readZip(await zipSupportPacket(relay.access, { kind: 'transmission', id }, notes))
}

describe('a support packet', () => {
  test('holds the six pieces of evidence, as a page and as files', async () => {
    const id = await refusedSale('no such <product>')
    const files = await unpacked(id)
    expect(Object.keys(files)).toEqual([
      'index.html',
      'packet.json',
      'transmissions.csv',
      'transmissions.xml',
      'messages/01-sale-DEMO-0009.xml',
      'answers/01-sale-DEMO-0009-attempt-1.txt',
    ])
    const page = files['index.html'] ?? ''
    const { email } = (await relay.log())[0] ?? {}
    expect(page).toContain(email)
    expect(page).toContain('https://shop.example.com/&#60;order&#62;')
    expect(page).toContain('Tea &#38; more')
    expect(page).toContain(`It ends in ${relay.key.slice(-4)}.`)
    expect(page).toContain('no such &#60;product&#62;')
    expect(page).toContain('API, with one key.')
    expect(page).not.toContain('<script')
    await assertValid(files['transmissions.xml'] ?? '', 'transmissions')
    await assertValid(files['messages/01-sale-DEMO-0009.xml'] ?? '', 'sale')
    expect(files['answers/01-sale-DEMO-0009-attempt-1.txt']).toMatch(
      /^HTTP 422\n[\s\S]*x-request: r-77\n[\s\S]*no such <product>$/,
    )
    expect(JSON.parse(files['packet.json'] ?? '')).toMatchObject({ method: 'api', isMore: false })
  })

  test('shows neither a key nor a card number, and buyers’ addresses only if wished', async () => {
    const id = await refusedSale(`key ${relay.key}, card 4111 1111 1111 1111`)
    await prisma().attempt.updateMany({
      data: { responseBody: `key ${relay.key}, card 4111 1111 1111 1111` },
    })
    const { email } = (await relay.log())[0] ?? {}
    const texts = Object.values(await unpacked(id, { ...NOTES, areEmailsMasked: true })).join('\n')
    expect(texts).toContain('key ••••, card •••• •••• ••••')
    expect(texts).not.toContain(relay.key)
    expect(texts).not.toContain(email)
  })

  test('is the same that the preview spoke of', async () => {
    const id = await refusedSale('no')
    const preview = await previewSupportPacket(relay.access, { kind: 'transmission', id }, NOTES)
    expect(preview.files.map(({ name }) => name)).toEqual(Object.keys(await unpacked(id)))
    expect(preview.contacts).toMatchObject([
      { reference: 'DEMO-0009', outcome: 'failed, code 422' },
    ])
  })

  test('of a filter has the newest it finds, and says when there are more', async () => {
    const merchantId = await buildConnectedMerchant()
    await buildTransmissions(
      ...Array.from({ length: 26 }, (_, at) => ({ merchantId, reference: `../../D-${at}` })),
    )
    const scope = { kind: 'filter', filter: { type: 'sale' } } as const
    const preview = await previewSupportPacket(accessOf(merchantId, 'viewer'), scope, NOTES)
    expect(preview).toMatchObject({ isMore: true, keyHint: null })
    expect(preview.entries.map(({ reference }) => reference).at(0)).toBe('../../D-25')
    expect(preview.entries).toHaveLength(25)
    expect(preview.files.some(({ name }) => name.includes('..'))).toBe(false)
  })

  test('of another merchant’s transmission is not found', async () => {
    const id = await buildTransmission({ merchantId: await buildConnectedMerchant() })
    const scope = { kind: 'transmission', id } as const
    await expect(previewSupportPacket(relay.access, scope, NOTES)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('that was downloaded stands in the audit trail, one that was looked at does not', async () => {
    const before = newId()
    const id = await refusedSale('no')
    await previewSupportPacket(relay.access, { kind: 'transmission', id }, NOTES)
    await unpacked(id)
    expect(await prisma().auditEntry.findMany({ where: { id: { gt: before } } })).toMatchObject([
      { action: 'packet.downloaded', details: { transmissionIds: [id], areEmailsMasked: false } },
    ])
  })
})
