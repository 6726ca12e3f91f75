import { expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { countFreeCalls, holdCalls, takeCallTurn } from '#lib/db/ontraport-turn.ts'

const MINUTE_MS = 60_000
const MOST_A_MINUTE = 180

/** As if so much time had passed since the turns that were taken. */
function pass(account: string, ms: number) {
  return prisma().$executeRaw`
    UPDATE ontraport_turn SET taken_until = taken_until - ${ms}::float8 * interval '1 millisecond'
    WHERE account = ${account}`
}

test('whoever asks however often at once, no minute has more calls than ONTRAPORT allows', async () => {
  const leftAt: number[] = []
  for (let now = 0; now < 3 * MINUTE_MS; now += 1_000) {
    const turns = await Promise.all(Array.from({ length: 6 }, () => takeCallTurn(prisma(), 'busy')))
    for (const turn of turns) if (turn.kind === 'taken') leftAt.push(now + turn.waitMs)
    await pass('busy', 1_000)
  }
  const inMinuteFrom = (start: number) =>
    leftAt.filter((at) => at >= start && at < start + MINUTE_MS).length
  const most = Math.max(...leftAt.map(inMinuteFrom))
  expect(most).toBeLessThanOrEqual(MOST_A_MINUTE)
  // The limit is used, too, not only kept.
  expect(leftAt.length).toBeGreaterThan(3 * 140)
})

test('a turn that is too far off is not taken, and says how long to wait', async () => {
  await takeCallTurn(prisma(), 'held')
  await holdCalls(prisma(), 'held', 30_000)
  const turn = await takeCallTurn(prisma(), 'held')
  expect(turn.kind).toBe('wait')
  expect(turn.waitMs).toBeGreaterThan(25_000)
  expect(await countFreeCalls(prisma(), 'held')).toBeLessThanOrEqual(0)
  await pass('held', 31_000)
  expect((await takeCallTurn(prisma(), 'held')).kind).toBe('taken')
})

test('one account’s calls leave another’s alone', async () => {
  await takeCallTurn(prisma(), 'one')
  await holdCalls(prisma(), 'one', 30_000)
  expect(await takeCallTurn(prisma(), 'another')).toEqual({ kind: 'taken', waitMs: 0 })
})
