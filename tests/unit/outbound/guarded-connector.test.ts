import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readAddressRanges } from '#lib/outbound/address-ranges.ts'
import { guardedConnector, type OutboundGuard } from '#lib/outbound/guarded-connector.ts'

let callCount = 0
const server = createServer((_, response) => {
  callCount += 1
  response.end('reached')
})
let port = 0

beforeAll(async () => {
  server.listen(0, '::')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => server.close())

beforeEach(() => {
  callCount = 0
})

const call = async (host: string, guard: Partial<OutboundGuard> = {}) => {
  const connect = guardedConnector({ connectTimeoutMs: 1_000, allowedRanges: [], ...guard })
  const agent = new Agent({ connect })
  try {
    const { body } = await request(`http://${host}:${port}/`, { dispatcher: agent })
    return await body.text()
  } finally {
    await agent.destroy()
  }
}

/** Names and what they lead to, one answer a lookup. */
const namesOf = (...answers: string[][]): LookupFunction => {
  let next = 0
  return (_name, options, callback) => {
    const found = (answers[next] ?? answers.at(-1) ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    next += 1
    if (options.all) callback(null, found)
    else callback(null, found[0]?.address ?? '', found[0]?.family)
  }
}

describe('no connection is made', () => {
  test.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '[::]',
    'localhost',
  ])('to this machine, written as %s', async (host) => {
    await expect(call(host)).rejects.toMatchObject({ code: 'ERR_ADDRESS_REFUSED' })
    expect(callCount).toBe(0)
  })

  test.each([
    '169.254.169.254',
    '10.0.0.1',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
  ])('to %s', async (host) => {
    await expect(call(host)).rejects.toMatchObject({ code: 'ERR_ADDRESS_REFUSED' })
  })

  test('to a name that leads to this machine', async () => {
    const lookup = namesOf(['127.0.0.1'])
    await expect(call('inward.example', { lookup })).rejects.toThrow(
      'inward.example leads to 127.0.0.1, which is not an address of the public internet',
    )
    expect(callCount).toBe(0)
  })

  test('to a name of which one address is private', async () => {
    const lookup = namesOf(['8.8.8.8', '127.0.0.1'])
    await expect(call('mixed.example', { lookup })).rejects.toMatchObject({
      code: 'ERR_ADDRESS_REFUSED',
    })
  })

  test('after a name was bound anew: one lookup a connection is judged and used', async () => {
    const allowedRanges = readAddressRanges('127.0.0.1') ?? []
    const lookup = namesOf(['127.0.0.1'], ['127.0.0.2'])
    expect(await call('rebound.example', { lookup, allowedRanges })).toBe('reached')
    await expect(call('rebound.example', { lookup, allowedRanges })).rejects.toThrow('127.0.0.2')
    expect(callCount).toBe(1)
  })

  test('that is used: the socket’s own address counts, whatever the lookup showed when it was judged', async () => {
    let looks = 0
    const found = {
      family: 4,
      get address() {
        looks += 1
        return looks === 1 ? '8.8.8.8' : '127.0.0.1'
      },
    }
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [found])
    await expect(call('shifting.example', { lookup })).rejects.toThrow(
      'shifting.example leads to 127.0.0.1',
    )
    expect(looks).toBeGreaterThan(1)
    expect(callCount).toBe(0)
  })

  test('to another host than the one that the operator set', async () => {
    const operatorUrl = `http://127.0.0.1:${port}`
    await expect(call('[::1]', { operatorUrl })).rejects.toMatchObject({
      code: 'ERR_ADDRESS_REFUSED',
    })
    const lookup = namesOf(['127.0.0.1'])
    await expect(call('other.example', { operatorUrl, lookup })).rejects.toMatchObject({
      code: 'ERR_ADDRESS_REFUSED',
    })
  })

  test('to a private address behind a name that the operator set', async () => {
    const operatorUrl = 'http://inward.example'
    const lookup = namesOf(['127.0.0.1'])
    await expect(call('inward.example', { operatorUrl, lookup })).rejects.toMatchObject({
      code: 'ERR_ADDRESS_REFUSED',
    })
  })
})

describe('a connection is made', () => {
  test.each([
    ['http://127.0.0.1', '127.0.0.1'],
    ['http://127.1:8080/path', '127.0.0.1'],
    ['http://[::1]', '[::1]'],
    ['http://localhost', 'localhost'],
  ])('to the host of %s, which the operator set', async (operatorUrl, host) => {
    expect(await call(host, { operatorUrl })).toBe('reached')
  })

  test('to a range that the operator allows, by name and by address', async () => {
    const allowedRanges = readAddressRanges('127.0.0.0/8') ?? []
    const lookup = namesOf(['127.0.0.1'])
    expect(await call('inward.example', { allowedRanges, lookup })).toBe('reached')
    expect(await call('127.0.0.1', { allowedRanges })).toBe('reached')
  })
})
