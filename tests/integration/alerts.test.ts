import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { countClosedHours } from '#lib/db/log-hours.ts'
import { countWebhookRefusal } from '#lib/db/webhook-refusals.ts'
import type { AlertKind } from '#lib/domain/alert.ts'
import type { AlertChannelKind } from '#lib/domain/alert-channel.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { readAddressRanges } from '#lib/outbound/address-ranges.ts'
import { readSmtpUrl } from '#lib/outbound/smtp-server.ts'
import { checkStorage } from '#lib/services/check-storage.ts'
import { erasePerson } from '#lib/services/erase-person.ts'
import { getAlerts } from '#lib/services/get-alerts.ts'
import { listMerchants } from '#lib/services/list-merchants.ts'
import { removeAlertChannel } from '#lib/services/remove-alert-channel.ts'
import { saveAlertChannel } from '#lib/services/save-alert-channel.ts'
import { saveDigestHour } from '#lib/services/save-digest-hour.ts'
import { sendAlerts } from '#lib/services/send-alerts.ts'
import { testAlertChannel } from '#lib/services/test-alert-channel.ts'
import { watchAlerts } from '#lib/services/watch-alerts.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission, buildTransmissions } from '#tests/support/build-transmission.ts'
import { type HookStandIn, startHook } from '#tests/support/hook-stand-in.ts'
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts'

let smtp: SmtpStandIn
let hook: HookStandIn
let merchantId: string

beforeAll(async () => {
  smtp = await startSmtp()
  hook = await startHook()
})

beforeEach(async () => {
  await prisma()
    .$executeRaw`TRUNCATE alert, alert_delivery, alert_channel, alert_state, alert_setting, storage_reading`
  merchantId = await buildConnectedMerchant()
  smtp.judge(() => null)
  smtp.received.length = 0
  hook.respond((response) => response.end('ok'))
  hook.received.length = 0
  const server = readSmtpUrl(smtp.url)
  if (server === null) throw new Error('The address of the stand-in cannot be read.')
  Object.assign(env, {
    SMTP_URL: server,
    MAIL_FROM: { name: 'Relay', address: 'relay@example.com' },
    ALLOW_PRIVATE_ADDRESSES: readAddressRanges('127.0.0.1'),
  })
})

afterAll(async () => {
  await smtp.close()
  await hook.close()
})

const START = new Date('2026-11-25T15:00:00Z')

function later(minutes: number): Date {
  return new Date(START.getTime() + minutes * 60_000)
}

const ALL: AlertKind[] = ['bad', 'recovery', 'silence', 'digest']

function addChannel(kind: AlertChannelKind, target: string, tells = ALL) {
  return saveAlertChannel(accessOf(merchantId), { id: null, kind, target, tells }, START)
}

/** What a worker does at this time. */
async function tend(now: Date): Promise<void> {
  await watchAlerts(now)
  await sendAlerts(now)
}

function subjects(): string[] {
  return smtp.received.map(({ headers }) => headers.subject ?? '')
}

async function pause(at: Date | null): Promise<void> {
  await prisma().connection.update({ where: { merchantId }, data: { pausedAt: at } })
}

function fail(given: object = {}): Promise<string> {
  return buildTransmission({ merchantId, status: 'failed', finishedAt: START, ...given })
}

describe('what turns bad is told once, and so is that it was put right', () => {
  test('a key that has gone stale', async () => {
    await addChannel('mail', 'ann@example.com')
    await tend(START)
    expect(subjects()).toEqual([])
    await pause(START)
    for (const minutes of [1, 2, 30, 61, 120]) await tend(later(minutes))
    expect(subjects()).toEqual([
      expect.stringContaining('Nothing is sent to ONTRAPORT: the connection is paused'),
    ])
    await pause(null)
    for (const minutes of [121, 122]) await tend(later(minutes))
    expect(subjects()).toEqual([
      expect.any(String),
      expect.stringContaining('Sending to ONTRAPORT goes on'),
    ])
  })

  test('an ONTRAPORT that does not answer', async () => {
    await addChannel('mail', 'ann@example.com')
    const destination = new URL(env.ONTRAPORT_URL).origin
    const circuit = { merchantId, destination, state: 'open', failingSince: START }
    await prisma().circuit.create({ data: circuit })
    await tend(later(1))
    await prisma().circuit.deleteMany({ where: { merchantId } })
    await tend(later(62))
    expect(subjects()).toEqual([
      expect.stringContaining('ONTRAPORT does not answer'),
      expect.stringContaining('ONTRAPORT answers again'),
    ])
  })

  test('messages that failed for good, and new ones after the hour', async () => {
    await addChannel('mail', 'ann@example.com')
    await fail({ reference: 'DEMO-1' })
    await tend(later(1))
    await fail({ reference: 'DEMO-2', finishedAt: later(5) })
    await tend(later(6))
    expect(subjects()).toHaveLength(1)
    await tend(later(62))
    await tend(later(130))
    expect(subjects()).toEqual([
      expect.stringContaining('1 message to ONTRAPORT failed for good'),
      expect.stringContaining('2 messages to ONTRAPORT failed for good'),
    ])
    expect(smtp.received[1]?.text).toContain('DEMO-2, DEMO-1')
    await prisma().transmission.updateMany({ where: { merchantId }, data: { status: 'sent' } })
    await tend(later(131))
    expect(subjects()[2]).toContain('No failed messages are left')
  })

  test('but not a poll of the items that broke off, which nobody could send again', async () => {
    await addChannel('mail', 'ann@example.com')
    await fail({ type: 'item-fetch', streamKind: 'item-feed' })
    await tend(later(1))
    expect(subjects()).toEqual([])
  })

  test('one that waits for a person', async () => {
    await addChannel('mail', 'ann@example.com')
    await buildTransmission({ merchantId, status: 'unconfirmed', startedAt: START })
    await tend(later(1))
    expect(subjects()).toEqual([expect.stringContaining('1 message waits for your decision')])
  })

  test('an UltraCart that is turned away by its password, and that it no longer is', async () => {
    await addChannel('mail', 'ann@example.com')
    const refuse = (minutes: number) => countWebhookRefusal(prisma(), merchantId, later(minutes))
    for (const minutes of [-20, -10]) await refuse(minutes)
    await tend(later(1))
    expect(subjects()).toEqual([])
    await refuse(2)
    await tend(later(3))
    await prisma().delivery.create({
      data: {
        id: newId(),
        merchantId,
        receivedAt: later(5),
        bodyBytes: 1,
        body: new Uint8Array(1),
      },
    })
    for (const minutes of [6, 64]) await tend(later(minutes))
    expect(subjects()).toEqual([
      expect.stringContaining('UltraCart is turned away'),
      expect.stringContaining('UltraCart is no longer turned away'),
    ])
    expect(smtp.received[0]?.text).toContain('3 calls have been turned away')
  })

  test('a silence of UltraCart, to those who want it', async () => {
    await addChannel('mail', 'ann@example.com', ['silence'])
    await addChannel('mail', 'bob@example.com', ['bad', 'recovery', 'digest'])
    await prisma().delivery.createMany({
      data: Array.from({ length: 40 }, (_, at) => ({
        id: newId(),
        merchantId,
        receivedAt: later(-26 * 60 - at * 40),
        bodyBytes: 1,
        body: new Uint8Array([1]),
      })),
    })
    await tend(later(1))
    expect(smtp.received.map(({ to }) => to)).toEqual([['ann@example.com']])
    expect(smtp.received[0]?.text).toContain('No event from UltraCart for 26 hours')
  })

  test('a disk that is nearly full, by the machine with the least room', async () => {
    await addChannel('mail', 'ann@example.com')
    await prisma().storageReading.createMany({
      data: [
        { machine: 'web-1', level: 'fine', freeBytes: 90_000_000_000n, readAt: START },
        { machine: 'worker-1', level: 'low', freeBytes: 1_200_000_000n, readAt: START },
        { machine: 'gone', level: 'critical', freeBytes: 1n, readAt: later(-60) },
      ],
    })
    await tend(later(1))
    expect(subjects()).toEqual([
      expect.stringContaining('disk of this installation is nearly full'),
    ])
    expect(smtp.received[0]?.text).toContain('1.2 GB are free on the machine worker-1')
  })

  test('a worker notes how much room its machine has', async () => {
    const { freeBytes } = await checkStorage(START)
    const [reading] = await prisma().storageReading.findMany()
    expect(Number(reading?.freeBytes)).toBe(freeBytes)
  })
})

test('what happens in the sandbox alerts nobody', async () => {
  await addChannel('mail', 'ann@example.com')
  await fail({ isSandbox: true })
  await buildTransmission({ merchantId, status: 'unconfirmed', isSandbox: true })
  await prisma().connection.update({
    where: { merchantId },
    data: { isSandbox: true, pausedAt: START },
  })
  await tend(later(1))
  expect(subjects()).toEqual([])
})

test('each store’s alerts go to its own channels', async () => {
  const other = await buildConnectedMerchant()
  const wish = { id: null, kind: 'mail', target: 'eve@example.com', tells: ALL } as const
  await saveAlertChannel(accessOf(other), { ...wish, tells: ALL }, START)
  await addChannel('mail', 'ann@example.com')
  await fail()
  await tend(later(1))
  expect(smtp.received.map(({ to }) => to)).toEqual([['ann@example.com']])
})

test('a message names counts and references, and nobody', async () => {
  await addChannel('mail', 'ann@example.com')
  await fail({ email: 'buyer@example.com', description: 'Sale of Bea Buyer', reference: 'DEMO-7' })
  await tend(later(1))
  expect(smtp.received[0]?.text).toContain('DEMO-7')
  expect(smtp.received[0]?.text).not.toMatch(/buyer/i)
})

describe('every alert is sent once', () => {
  test('by many workers at once', async () => {
    await addChannel('mail', 'ann@example.com')
    await addChannel('webhook', `${hook.url}/services/hook-of-the-store`)
    await fail()
    await pause(START)
    await Promise.all(Array.from({ length: 6 }, () => tend(later(1))))
    await Promise.all(Array.from({ length: 6 }, () => tend(later(2))))
    expect(subjects().toSorted()).toHaveLength(2)
    expect(new Set(subjects()).size).toBe(2)
    expect(hook.received).toHaveLength(2)
  })

  test('after a crash between what is known and the send', async () => {
    await addChannel('mail', 'ann@example.com')
    await fail()
    await watchAlerts(later(1))
    expect(subjects()).toEqual([])
    await sendAlerts(later(10))
    expect(subjects()).toHaveLength(1)
  })

  test('after a crash before the outcome is noted it goes out once more, and not before', async () => {
    await addChannel('mail', 'ann@example.com')
    await fail()
    await tend(later(1))
    await prisma().alertDelivery.updateMany({
      data: { status: 'waiting', finishedAt: null, nextAttemptAt: later(3) },
    })
    await sendAlerts(later(2))
    expect(subjects()).toHaveLength(1)
    for (const minutes of [3, 4, 5, 60]) await sendAlerts(later(minutes))
    expect(subjects()).toHaveLength(2)
  })
})

describe('a server that does not take it', () => {
  test('is tried again after 1, 5, 15 and 60 minutes, then given up; the screen says what it answered', async () => {
    smtp.judge((line) => (line === '.' ? '451 4.3.0 Try again later' : null))
    await addChannel('mail', 'ann@example.com')
    await fail()
    await watchAlerts(START)
    const tries: number[] = []
    for (let minutes = 0; minutes < 200; minutes += 1) {
      const before = await prisma().alertDelivery.findFirstOrThrow()
      await sendAlerts(later(minutes))
      const now = await prisma().alertDelivery.findFirstOrThrow()
      if (now.attemptCount > before.attemptCount) tries.push(minutes)
    }
    expect(tries).toEqual([0, 1, 6, 21, 81])
    const { recent } = await getAlerts(accessOf(merchantId, 'viewer'))
    expect(recent[0]).toMatchObject({
      headline: '1 message to ONTRAPORT failed for good',
      deliveries: [
        {
          recipient: 'ann@example.com',
          status: 'failed',
          attemptCount: 5,
          answer: expect.stringContaining('451 4.3.0'),
        },
      ],
    })
  })

  test('holds up no other channel', async () => {
    smtp.judge((line) => (line.startsWith('RCPT') ? '550 5.1.1 No such user' : null))
    await addChannel('mail', 'ann@example.com')
    await addChannel('webhook', `${hook.url}/services/hook-of-the-store`)
    await fail()
    await tend(later(1))
    expect(JSON.parse(hook.received[0]?.body ?? '{}').text).toContain('failed for good')
    const { recent } = await getAlerts(accessOf(merchantId))
    expect(recent[0]?.deliveries.map(({ status }) => status).toSorted()).toEqual(['failed', 'sent'])
  })

  test('that is not set is said in words', async () => {
    Object.assign(env, { SMTP_URL: undefined })
    const { id } = await addChannel('mail', 'ann@example.com')
    expect((await getAlerts(accessOf(merchantId))).isMailReady).toBe(false)
    expect(await testAlertChannel(accessOf(merchantId), id)).toMatchObject({
      isSent: false,
      message: expect.stringContaining('SMTP_URL and MAIL_FROM'),
    })
  })
})

describe('a test', () => {
  test('goes out at once and says what was answered', async () => {
    const mail = await addChannel('mail', 'ann@example.com')
    expect(await testAlertChannel(accessOf(merchantId), mail.id)).toEqual({
      isSent: true,
      message: 'The mail server took it: 250 2.0.0 Ok: queued as 4711',
    })
    expect(subjects()).toEqual([expect.stringContaining('This is a test')])
    hook.respond((response) => response.writeHead(404).end('no_service'))
    const chat = await addChannel('webhook', `${hook.url}/services/hook-of-the-store`)
    expect(await testAlertChannel(accessOf(merchantId), chat.id)).toEqual({
      isSent: false,
      message: 'The webhook refused it: HTTP 404, no_service',
    })
  })

  test('cannot be used to flood somebody', async () => {
    const { id } = await addChannel('mail', 'ann@example.com')
    await testAlertChannel(accessOf(merchantId), id, START)
    await expect(testAlertChannel(accessOf(merchantId), id, later(0.1))).rejects.toMatchObject({
      code: 'too-many',
    })
    await testAlertChannel(accessOf(merchantId), id, later(0.2))
    expect(subjects()).toHaveLength(2)
  })
})

describe('the digest', () => {
  async function zoned(timeZone: string): Promise<void> {
    await prisma().merchant.update({ where: { id: merchantId }, data: { timeZone } })
  }

  /** Looks every hour, as many workers at once; gives the times of the digests. */
  async function digestTimes(from: string, to: string): Promise<string[]> {
    for (let at = Date.parse(from); at <= Date.parse(to); at += 60 * 60_000) {
      const now = new Date(at)
      await Promise.all([watchAlerts(now), watchAlerts(now), watchAlerts(now)])
    }
    const rows = await prisma().alert.findMany({
      where: { merchantId, topic: 'digest' },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ createdAt }) => createdAt.toISOString())
  }

  function addDigest(at: string) {
    const wish = { id: null, kind: 'mail', target: 'ann@example.com', tells: ['digest'] } as const
    return saveAlertChannel(accessOf(merchantId), { ...wish, tells: [...wish.tells] }, new Date(at))
  }

  test('comes once a day at eight of the store’s zone, when the clocks go forward', async () => {
    await zoned('America/New_York')
    await addDigest('2026-03-07T15:00:00Z')
    expect(await digestTimes('2026-03-07T15:00:00Z', '2026-03-09T18:00:00Z')).toEqual([
      '2026-03-08T12:00:00.000Z',
      '2026-03-09T12:00:00.000Z',
    ])
  })

  test('and when they go back', async () => {
    await zoned('America/New_York')
    await addDigest('2026-10-31T15:00:00Z')
    expect(await digestTimes('2026-10-31T15:00:00Z', '2026-11-02T18:00:00Z')).toEqual([
      '2026-11-01T13:00:00.000Z',
      '2026-11-02T13:00:00.000Z',
    ])
  })

  test('another hour brings no second one on the same day', async () => {
    await zoned('UTC')
    await addDigest('2026-11-24T09:00:00Z')
    await digestTimes('2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z')
    await saveDigestHour(accessOf(merchantId), 18, new Date('2026-11-25T09:10:00Z'))
    expect(await digestTimes('2026-11-25T10:00:00Z', '2026-11-26T19:00:00Z')).toEqual([
      '2026-11-25T08:00:00.000Z',
      '2026-11-26T18:00:00.000Z',
    ])
  })

  test('counts the day before by the store’s clock, the sandbox left out', async () => {
    await zoned('America/New_York')
    await addDigest('2026-11-24T15:00:00Z')
    const rows = [
      ['sent', '2026-11-24T05:30:00Z'],
      ['sent', '2026-11-25T04:30:00Z'],
      ['failed', '2026-11-24T12:00:00Z'],
      ['held', '2026-11-24T13:00:00Z'],
      ['sent', '2026-11-24T04:30:00Z'],
      ['sent', '2026-11-25T05:30:00Z'],
    ].map(([status = '', createdAt = '']) => ({ merchantId, status, createdAt }))
    await buildTransmissions(...rows, {
      ...{ merchantId, status: 'sent', createdAt: '2026-11-24T12:00:00Z', isSandbox: true },
    })
    await countClosedHours(new Date())
    await tend(new Date('2026-11-25T13:05:00Z'))
    expect(subjects()).toEqual([
      expect.stringContaining('Tuesday 24 November: 2 sent, 1 failed, 1 waiting'),
    ])
    expect(smtp.received[0]?.text).toContain(
      'Needs you now: 1 message to ONTRAPORT failed for good',
    )
  })

  test('is off until a channel wants it', async () => {
    await addChannel('mail', 'ann@example.com', ['bad'])
    expect(await digestTimes('2026-11-25T15:00:00Z', '2026-11-27T15:00:00Z')).toEqual([])
  })
})

describe('channels', () => {
  test.each([
    ['mail', 'ann@example.com, bob@example.com'],
    ['mail', 'ann@example.com\r\nBcc: b@example.com'],
    ['webhook', 'not an address'],
    ['webhook', 'https://user:pass@example.com/x'],
  ] as const)('a %s to %j is refused', async (kind, target) => {
    await expect(addChannel(kind, target)).rejects.toMatchObject({ code: 'malformed' })
  })

  test('a webhook without encryption is refused, unless the operator allows private addresses', async () => {
    Object.assign(env, { ALLOW_PRIVATE_ADDRESSES: [] })
    await expect(addChannel('webhook', `${hook.url}/x`)).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  test('an address stands once, and there are not more than twenty', async () => {
    await addChannel('mail', 'ann@example.com')
    await expect(addChannel('mail', ' Ann@Example.com ')).rejects.toMatchObject({
      code: 'conflict',
    })
    const many = Array.from({ length: 25 }, (_, at) => addChannel('mail', `a${at}@example.com`))
    await Promise.allSettled(many)
    expect((await getAlerts(accessOf(merchantId))).channels).toHaveLength(20)
  })

  test('a webhook’s address is kept sealed, shown by its end, and stays when only the choice changes', async () => {
    const url = `${hook.url}/services/a-secret-part-of-it`
    const { id, target } = await addChannel('webhook', url)
    expect(target).toBe(`${new URL(url).host}/…f-it`)
    await saveAlertChannel(accessOf(merchantId), {
      id,
      kind: 'webhook',
      target: null,
      tells: ['bad'],
    })
    const shown = await getAlerts(accessOf(merchantId))
    expect(shown.channels).toEqual([{ id, kind: 'webhook', target, tells: ['bad'] }])
    const rows = await prisma().alertChannel.findMany()
    const everything = JSON.stringify([shown, rows, await prisma().auditEntry.findMany()])
    expect(everything).not.toContain('a-secret-part-of-it')
    expect(JSON.stringify(await listMerchants())).not.toContain('a-secret-part')
    await fail()
    await tend(later(1))
    expect(hook.received[0]?.path).toBe('/services/a-secret-part-of-it')
  })

  test('what is removed is told nothing more; who comes later is told what is bad', async () => {
    const { id } = await addChannel('mail', 'ann@example.com')
    await fail()
    await watchAlerts(later(1))
    await removeAlertChannel(accessOf(merchantId), id)
    await sendAlerts(later(2))
    expect(subjects()).toEqual([])
    await addChannel('mail', 'bob@example.com')
    await tend(later(10))
    expect(subjects()).toEqual([])
    await tend(later(62))
    expect(smtp.received.map(({ to }) => to)).toEqual([['bob@example.com']])
  })

  test('a viewer looks and changes nothing; another store’s channel is not found', async () => {
    const { id } = await addChannel('mail', 'ann@example.com')
    const viewer = accessOf(merchantId, 'viewer')
    await getAlerts(viewer)
    const wish = { id: null, kind: 'mail', target: 'b@example.com', tells: ALL } as const
    const deeds = [
      saveAlertChannel(viewer, { ...wish, tells: ALL }),
      removeAlertChannel(viewer, id),
      testAlertChannel(viewer, id),
      saveDigestHour(viewer, 9),
    ]
    for (const deed of await Promise.allSettled(deeds))
      expect(deed).toMatchObject({ reason: { code: 'forbidden' } })
    const stranger = accessOf(await buildConnectedMerchant())
    const strange = [
      saveAlertChannel(stranger, { ...wish, id, target: null, tells: ALL }),
      removeAlertChannel(stranger, id),
      testAlertChannel(stranger, id),
    ]
    for (const deed of await Promise.allSettled(strange))
      expect(deed).toMatchObject({ reason: { code: 'not-found' } })
  })

  test('an address of somebody who is to be erased goes, with what was sent to it', async () => {
    await addChannel('mail', 'ann@example.com')
    await addChannel('mail', 'bob@example.com')
    await fail()
    await tend(later(1))
    const erasing = { email: 'Ann@example.com', isDryRun: false, waiting: 'skip' } as const
    await erasePerson(accessOf(merchantId, 'owner'), erasing)
    const left = await getAlerts(accessOf(merchantId))
    expect(left.channels.map(({ target }) => target)).toEqual(['bob@example.com'])
    expect(JSON.stringify(left)).not.toContain('ann@')
  })

  test('every change is in the audit trail', async () => {
    const { id } = await addChannel('mail', 'ann@example.com')
    await testAlertChannel(accessOf(merchantId), id)
    await saveDigestHour(accessOf(merchantId), 9)
    await removeAlertChannel(accessOf(merchantId), id)
    const entries = await prisma().auditEntry.findMany({
      where: { merchantId },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ action }) => action)).toEqual([
      'alert-channel.added',
      'alert-channel.tested',
      'alert-digest.changed',
      'alert-channel.removed',
    ])
  })
})
