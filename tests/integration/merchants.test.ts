import { describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'
import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { listMerchants } from '#lib/services/list-merchants.ts'
import { setMerchant } from '#lib/services/set-merchant.ts'

const now = new Date('2026-11-29T10:00:00Z')

test('ids are told apart by case, and one is taken once', async () => {
  await addMerchant({ merchantId: 'Case' })
  await addMerchant({ merchantId: 'CASE' })
  await expect(addMerchant({ merchantId: 'Case' })).rejects.toMatchObject({ code: 'conflict' })
})

test('orders of the last 365 days are told unless a rule says otherwise', async () => {
  expect(await startDate('YEAR')).toBe('2025-11-29T10:00:00.000Z')
  expect(await startDate('NOW', 'now')).toBe('2026-11-29T10:00:00.000Z')
  expect(await startDate('ALL', 'none')).toBeNull()
})

test('a pasted receiver address is cleaned to its key', async () => {
  const pasted = 'https://app.ontraport.com/receivers/ultracart.php?account_id=2_KEY77'
  await addMerchant({ merchantId: 'PASTED', apiKey: pasted })
  expect((await findConnection(prisma(), 'PASTED'))?.apiKey).toBe('2_KEY77')
})

test('after a new webhook password the one before stays valid for 24 hours', async () => {
  await addMerchant({ merchantId: 'ROTATED', webhookPassword: 'first' })
  await setMerchant('ROTATED', { webhookPassword: 'second' }, now)
  expect(await validPasswords('2026-11-30T09:59:59Z')).toEqual(['second', 'first'])
  expect(await validPasswords('2026-11-30T10:00:00Z')).toEqual(['second'])
})

test('each change has its audit entry, which holds no secret', async () => {
  await addMerchant({ merchantId: 'AUDIT', apiKey: 'first-key' })
  await setMerchant('AUDIT', { apiKey: 'second-key', rules: [['on-unknown', 'ask']] })
  const entries = await prisma().auditEntry.findMany({
    where: { merchantId: 'AUDIT' },
    orderBy: { id: 'asc' },
    select: { actor: true, action: true, details: true },
  })
  expect(entries).toEqual([
    { actor: 'operator', action: 'merchant.added', details: { method: 'api' } },
    {
      actor: 'operator',
      action: 'merchant.changed',
      details: { changed: ['apiKey', 'on-unknown'] },
    },
  ])
})

describe('the sandbox', () => {
  test('is entered and left by the operator', async () => {
    await addMerchant({ merchantId: 'BOXED' })
    await setMerchant('BOXED', { sandbox: 'on' })
    expect(await listMerchants()).toContainEqual(
      expect.objectContaining({ merchantId: 'BOXED', isSandbox: true }),
    )
    const now = new Date('2026-11-25T10:00:00Z')
    await setMerchant('BOXED', { sandbox: 'off' }, now)
    expect(await listMerchants()).toContainEqual(
      expect.objectContaining({
        merchantId: 'BOXED',
        isSandbox: false,
        rules: expect.objectContaining({ startDate: now.toISOString() }),
      }),
    )
  })

  test('is left with the start date that is given', async () => {
    await addMerchant({ merchantId: 'DATED' })
    await setMerchant('DATED', { sandbox: 'on' })
    await setMerchant('DATED', { sandbox: 'off', rules: [['start-date', '2026-11-01']] })
    const listed = (await listMerchants()).find(({ merchantId }) => merchantId === 'DATED')
    expect(listed?.rules.startDate).toBe('2026-11-01T00:00:00.000Z')
  })

  test('is on or off, and nothing else', async () => {
    await addMerchant({ merchantId: 'MAYBE' })
    await expect(setMerchant('MAYBE', { sandbox: 'maybe' })).rejects.toMatchObject({
      code: 'malformed',
      message: 'The sandbox is on or off, not "maybe".',
    })
  })
})

test('the list shows no secret in clear', async () => {
  await addMerchant({ merchantId: 'LISTED', apiKey: 'a-listed-key', webhookPassword: 'listed-pw' })
  const text = JSON.stringify(await listMerchants())
  expect(text).toContain('LISTED')
  expect(text).not.toContain('a-listed-key')
  expect(text).not.toContain('listed-pw')
})

describe('refused is', () => {
  test.each([
    ['a wrong id', { merchantId: 'a b' }],
    ['an empty name', { name: ' ' }],
    ['an unknown method', { method: 'fax' }],
    ['a key with a space', { apiKey: 'a key' }],
    ['a webhook user with a colon', { webhookUser: 'a:b' }],
    ['an unknown rule', { rules: [['speed', 'fast']] }],
    ['a wrong value of a rule', { rules: [['on-unknown', 'maybe']] }],
  ] as const)('%s, and no merchant is made', async (_, fault) => {
    await expect(addMerchant({ merchantId: 'REFUSED', ...fault })).rejects.toMatchObject({
      code: 'malformed',
    })
    expect(await prisma().merchant.count({ where: { id: 'REFUSED' } })).toBe(0)
  })

  test('a change of nothing, and of an unknown merchant', async () => {
    await expect(setMerchant('NOBODY', {})).rejects.toMatchObject({ code: 'malformed' })
    await expect(setMerchant('NOBODY', { name: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(getOperatorAccess('NOBODY')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a wrong change, and nothing of it is kept', async () => {
    await addMerchant({ merchantId: 'WHOLE', name: 'Before' })
    const change = { name: 'After', method: 'fax' }
    await expect(setMerchant('WHOLE', change)).rejects.toMatchObject({ code: 'malformed' })
    expect(await listMerchants()).toContainEqual(
      expect.objectContaining({ merchantId: 'WHOLE', name: 'Before' }),
    )
  })
})

async function startDate(merchantId: string, value?: string): Promise<string | null> {
  const rules = value === undefined ? [] : ([['start-date', value]] as const)
  return (await addMerchant({ merchantId, rules }, now)).startDate
}

async function validPasswords(at: string): Promise<string[] | undefined> {
  return (await findConnection(prisma(), 'ROTATED', new Date(at)))?.webhookPasswords
}
