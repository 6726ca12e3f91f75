import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiAccess } from '#lib/ontraport/rest/account.ts'
import { type ApiCall, findCall } from '#lib/ontraport/rest/api-call.ts'
import { callApi } from '#lib/ontraport/rest/call-api.ts'
import type { SandboxStore } from '#lib/ontraport/rest/sandbox/sandbox-account.ts'
import { openSandboxApi } from '#lib/ontraport/rest/sandbox/sandbox-server.ts'
import {
  API_APP_ID,
  API_KEY,
  type ApiStandIn,
  startOntraportApi,
} from '#tests/support/ontraport-api/start-api.ts'

let api: ApiStandIn

beforeAll(async () => {
  api = await startOntraportApi({ limit: 1_000 })
})

afterAll(() => api.close())

function inMemory(): SandboxStore {
  const kept = new Map<string, string>()
  return {
    find: async (kind, reference) => kept.get(`${kind}\n${reference}`) ?? null,
    keep: async (kind, reference, value) => void kept.set(`${kind}\n${reference}`, value),
    isListed: async (name) => name.startsWith('Known'),
  }
}

/** How each of ONTRAPORT's stand-ins is opened. */
const STAND_INS: Record<string, () => Promise<ApiAccess>> = {
  'of the tests': async () => {
    api.account.addProduct('Known tea')
    return { baseUrl: api.url, appId: API_APP_ID, key: API_KEY }
  },
  'of the sandbox': async () =>
    (await openSandboxApi({ store: inMemory(), answer: 'accept' })).access,
}

describe.each(Object.keys(STAND_INS))(
  'the stand-in %s keeps the public rules of the API:',
  (name) => {
    let access: ApiAccess
    beforeAll(async () => {
      access = (await STAND_INS[name]?.()) ?? { baseUrl: '', appId: '', key: '' }
    })

    const call = async (given: ApiCall, opened = access) => {
      const answer = await callApi(opened, given)
      if (answer.kind !== 'answered') throw new Error(answer.reason)
      const isJson = answer.headers['content-type']?.includes('json') === true
      return { ...answer, data: isJson ? JSON.parse(answer.body).data : null }
    }
    const save = (email: string) =>
      call({
        method: 'POST',
        path: '/Contacts/saveorupdate',
        body: { email, firstname: 'Zoë', ignore_blanks: 1 },
      })
    const sell = async (given: { quantity?: number; chargeNow?: string; contactId?: number }) => {
      const { quantity = 1, chargeNow = 'chargeLog', contactId } = given
      const { data: saved } = await save('seller@example.com')
      const [product] = (await call(findCall('Products', 'name', 'Known tea'))).data
      return call({
        method: 'POST',
        path: '/transaction/processManual',
        body: {
          contact_id: contactId ?? Number(saved.id ?? saved.attrs.id),
          chargeNow,
          external_order_id: 'ORDER-1',
          offer: { products: [{ id: Number(product.id), quantity, total: 29 }] },
        },
      })
    }

    test('a wrong key is a sentence and no JSON, whichever of the two is wrong', async () => {
      for (const wrong of [{ appId: 'another-app' }, { key: 'another-key' }]) {
        const { status, body, headers } = await call(findCall('Products', 'name', 'Known tea'), {
          ...access,
          ...wrong,
        })
        expect([status, headers['content-type']]).toEqual([401, 'text/html'])
        expect(body).toBe('Your App ID and API key do not authenticate.')
      }
    })

    test('the id of a contact that was made stands elsewhere than that of a known one', async () => {
      const { data: made } = await save('zoe@example.com')
      const { data: known } = await save('zoe@example.com')
      expect(known).toEqual({ attrs: { id: made.id } })
    })

    test('a bad email is refused with its field', async () => {
      expect(await save('nobody')).toMatchObject({
        status: 422,
        body: 'Invalid value for field: email',
      })
    })

    test('a product that is not there is an empty list, and found once it was made', async () => {
      const find = () => call(findCall('Products', 'name', 'Kettle'))
      expect((await find()).data).toEqual([])
      const { data: made } = await call({
        method: 'POST',
        path: '/Products',
        body: { name: 'Kettle' },
      })
      expect((await find()).data).toMatchObject([{ id: made.id, name: 'Kettle' }])
    })

    test('a quantity of 0, a charge and a contact that is gone are refused', async () => {
      expect(await sell({ quantity: 0 })).toMatchObject({ status: 400, body: 'Invalid quantity' })
      expect(await sell({ chargeNow: 'chargeNow' })).toMatchObject({ status: 400 })
      expect(await sell({ contactId: 1 })).toMatchObject({
        status: 404,
        body: 'Invalid Contact ID',
      })
    })

    test('a sale is found by its order, and refunded as a whole', async () => {
      const { data: sold } = await sell({})
      const find = async () =>
        (await call(findCall('Transactions', 'external_order_id', 'ORDER-1'))).data
      expect(await find()).toMatchObject([
        { id: String(sold.invoice_id), status: '1', external_order_id: 'ORDER-1' },
      ])
      const body = { objectID: 46, ids: [sold.invoice_id] }
      await call({ method: 'PUT', path: '/transaction/refund', body })
      expect(await find()).toMatchObject([{ status: '2' }])
      const unknown = { objectID: 46, ids: [1] }
      expect(await call({ method: 'PUT', path: '/transaction/void', body: unknown })).toMatchObject(
        {
          status: 404,
        },
      )
    })

    test('a path that is none of the API’s is not found', async () => {
      expect((await call({ method: 'GET', path: '/Nothing', body: null })).status).toBe(404)
    })
  },
)

test('a list is cut at 50 rows and nothing says so, and more calls than allowed are turned back with how long to wait', async () => {
  const small = await startOntraportApi({ limit: 3 })
  try {
    for (let number = 0; number < 60; number += 1) small.account.addProduct(`Tea ${number}`)
    const access = { baseUrl: small.url, appId: API_APP_ID, key: API_KEY }
    const list = () => callApi(access, { method: 'GET', path: '/Products?range=100', body: null })
    const answers = [await list(), await list(), await list(), await list()]
    const heard = answers.flatMap((answer) => (answer.kind === 'answered' ? [answer] : []))
    expect(JSON.parse(heard[0]?.body ?? '{}').data).toHaveLength(50)
    expect(heard.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(heard.map(({ headers }) => headers['x-rate-limit-remaining'])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ])
    expect(heard[3]?.headers['x-rate-limit-reset']).toBe('60')
  } finally {
    await small.close()
  }
})
