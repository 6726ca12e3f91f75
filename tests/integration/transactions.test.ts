import { expect, test } from 'vitest'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'

const lock = (db: Db, merchantId: string) =>
  db.$executeRaw`UPDATE merchant SET name = name || '.' WHERE id = ${merchantId}`

test('of two transactions that wait for each other, the one that PostgreSQL ends is run again', async () => {
  const ids = ['LEFT', 'RIGHT'] as const
  for (const id of ids) await prisma().merchant.create({ data: { id, name: '' } })
  const bothHold = Promise.withResolvers<void>()
  let holding = 0
  let tries = 0
  const cross = (first: string, second: string) =>
    inTransaction(async (db) => {
      tries += 1
      await lock(db, first)
      holding += 1
      if (holding === ids.length) bothHold.resolve()
      await bothHold.promise
      await lock(db, second)
    })
  await Promise.all([cross(ids[0], ids[1]), cross(ids[1], ids[0])])
  expect(tries).toBe(3)
  expect(await prisma().merchant.findMany({ where: { id: { in: [...ids] } } })).toMatchObject([
    { name: '..' },
    { name: '..' },
  ])
})

test('a transaction that fails for another reason is not run again', async () => {
  let tries = 0
  const failing = inTransaction(async () => {
    tries += 1
    throw new Error('of its own')
  })
  await expect(failing).rejects.toThrow('of its own')
  expect(tries).toBe(1)
})
