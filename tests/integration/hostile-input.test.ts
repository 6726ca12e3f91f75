import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeEntities } from '#lib/ultracart/decode-entities.ts'
import { anItem, anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld
const page = { limit: 50, cursor: null }

beforeAll(async () => {
  world = await startRelayWorld()
})
afterAll(() => world.close())

/** As the database holds it: trimmed, without NUL, with U+FFFD for halves of characters. */
function kept(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim()
}

const hasOddCharacter = (text: string) => /[\p{Cc}\p{Cs}]/u.test(text.trim())
const one = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('There is none.')
  return value
}

describe.each(HOSTILE_TEXTS.map((text) => [text]))('%j', (text) => {
  test('in every field of an order is stored, sent and shown as text', async () => {
    const order = anOrder({
      billing: { first_name: text, last_name: text, company: text, address1: text },
      items: [anOrderItem({ description: text, merchant_item_id: `I ${text}`.slice(0, 50) })],
      checkout: { custom_field1: text, screen_branding_theme_code: text },
      [text]: text,
    })
    const { accepted } = await world.deliver(['order_create', order])
    expect(accepted).toBe(1)
    const [row] = await world.log(String(order.order_id))
    const detail = await world.detail(one(row).id)
    expect(JSON.stringify(detail)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    expect(detail.snapshot).toMatchObject({ order: { buyer: { lastName: kept(text) } } })
    await world.drain()
    expect(one(await world.log(String(order.order_id)).then(([sent]) => sent)).status).toBe('sent')
  })

  test('as an order’s id is stored, or refused as malformed', async () => {
    const outcome = await world.deliver(['order_create', anOrder({ order_id: text })]).then(
      () => 'stored',
      (error: { code: string }) => error.code,
    )
    expect(['stored', 'malformed']).toContain(outcome)
  })

  test('as an affiliate’s name is stored, in JSON and in a list', async () => {
    const affiliate = { affiliateId: 77, approved: true, company: text, [text]: text }
    await world.postAffiliates(affiliate)
    const cell = `"${text.replaceAll('"', '""')}"`
    const file = Buffer.from(`Affiliate ID,Approved,Company\n78,yes,${cell}\n`)
    await world.services.importAffiliatesCsv(world.access, { file })
    const { affiliates } = await world.services.listAffiliates(world.access, {
      ...page,
      search: '',
    })
    const companies = affiliates.filter(({ affiliateId }) => [77, 78].includes(affiliateId))
    for (const { company } of companies) if (kept(text) !== '') expect(company).toBe(kept(text))
  })

  test('as a product’s name is stored as it is, or refused', async () => {
    const { setProductName } = await import('#lib/services/set-product-name.ts')
    const naming = setProductName(world.access, { itemId: 'TEA', productName: text })
    if (hasOddCharacter(text)) await expect(naming).rejects.toMatchObject({ code: 'malformed' })
    else expect((await naming).mappedName ?? '').toBe(text.trim())
  })

  test('in a list of products is stored, and a spreadsheet calculates nothing of it', async () => {
    const { importProductsCsv } = await import('#lib/services/import-products-csv.ts')
    const { exportProductsCsv } = await import('#lib/services/export-products-csv.ts')
    const cell = `"${text.replaceAll('"', '""')}"`
    const file = Buffer.from(`item_id,description\nCOFFEE,${cell}\n`)
    await importProductsCsv(world.access, { file })
    const csv = await new Response(exportProductsCsv(world.access)).text()
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+\-@\t]/m)
  })

  test('as a description in UltraCart is stored and stands in the list', async () => {
    await world.deliver(['item_update', anItem({ merchant_item_id: 'MATE', description: text })])
    const { products } = await world.services.listProducts(world.access, {
      ...page,
      search: 'MATE',
    })
    // A blank one says nothing; UltraCart writes entities into descriptions.
    if (kept(text) !== '') expect(one(products[0]).description).toBe(decodeEntities(kept(text)))
  })

  test('as words of a rule are stored, and what was changed is in the audit trail', async () => {
    const rules = await world.services.setRelayRules(world.access, [['success-words', text]])
    expect(JSON.stringify(rules)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    await world.services.setRelayRules(world.access, [['success-words', '']])
  })

  test('as a rule’s name is refused', async () => {
    await expect(world.services.setRelayRules(world.access, [[text, 'x']])).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  test('in every search box and filter finds nothing wrong', async () => {
    const { services, access } = world
    await services.listProducts(access, { ...page, search: text })
    await services.listAffiliates(access, { ...page, search: text })
    for (const name of ['q', 'reference', 'email', 'reasonCode'])
      expect(await services.listTransmissions(access, { [name]: text }, page)).toBeDefined()
    for (const name of ['code', 'from', 'to'])
      await expectRefusal(services.listTransmissions(access, { [name]: text }, page))
    for (const list of [services.listProducts, services.listAffiliates])
      await expectRefusal(list(access, { limit: 50, cursor: text, search: '' }))
  })

  test('as an email or a password signs nobody in', async () => {
    const { verifySignIn } = await import('#lib/services/verify-sign-in.ts')
    const address = '192.0.2.9'
    for (const given of [
      { email: text, password: 'x' },
      { email: 'amy@example.com', password: text },
    ])
      expect(await verifySignIn({ ...given, address })).toHaveProperty('refusal')
  })

  test('as a merchant in an address opens nothing', async () => {
    const { answerItemPoll } = await import('#lib/services/answer-item-poll.ts')
    const none = { since: null, authorization: null, ifNoneMatch: null, ifModifiedSince: null }
    await expect(
      answerItemPoll({ ...none, merchantId: text, method: 'GET', key: text, userAgent: text }),
    ).rejects.toMatchObject({ code: 'unauthorized' })
    await expect(
      world.services.receiveWebhook({
        merchantId: text,
        authorization: world.authorization,
        contentType: text,
        body: Buffer.from('{}'),
      }),
    ).rejects.toMatchObject({ code: 'unauthorized' })
  })
})

test('what a receiver answers is stored and shown, whatever its bytes', async () => {
  for (const body of HOSTILE_TEXTS) {
    world.ontraport.respond({ kind: 'status', status: 200, headers: { 'x-odd': '<script>' }, body })
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.drain()
    const [row] = await world.log(String(order.order_id))
    const { response } = await world.detail(one(row).id)
    expect(response?.body.trim()).toBe(body.replaceAll('\0', '\uFFFD').toWellFormed().trim())
  }
})

test('no key of any body has become a part of all objects', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  for (const name of ['polluted', 'order_id', 'events', 'affiliateId'])
    expect(Reflect.get({}, name), name).toBeUndefined()
})

async function expectRefusal(listing: Promise<unknown>): Promise<void> {
  const code = await listing.then(
    () => 'found',
    (error: { code: string }) => error.code,
  )
  expect(['found', 'malformed']).toContain(code)
}
