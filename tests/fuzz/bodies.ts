import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Json } from '#tests/support/build-order.ts'
import type { Choices } from './choices.ts'
import { mutateBytes, mutateJson, nonsenseText, nonsenseValue } from './nonsense.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

const events: [Json, ...Json[]] = [
  readJson('ultracart-order-create.json'),
  readJson('ultracart-order-refund.json'),
  readJson('ultracart-auto-order-update.json'),
  readJson('ultracart-item-update.json'),
  readJson('ultracart-affiliate-create.json'),
]
const postbacks: [Buffer, ...Buffer[]] = [
  readFixture('ultracart-postback-order.xml'),
  readFixture('ultracart-postback-refund.xml'),
  readFixture('ultracart-postback-auto-order.xml'),
]

const MEGABYTE = 1024 * 1024
const BOMB = gzipSync(Buffer.alloc(40 * MEGABYTE, ' '))
const DEEP = 100_000

/** What nobody should send, ready made. */
const HORRORS: readonly [Buffer, ...Buffer[]] = [
  Buffer.alloc(0),
  Buffer.from('{'),
  Buffer.from('['.repeat(DEEP)),
  Buffer.from('{"a":'.repeat(DEEP)),
  Buffer.from(`[${'{},'.repeat(DEEP)}{}]`),
  Buffer.from(`{"events":[${'[],'.repeat(20_000)}[]]}`),
  Buffer.from(`{"events":"${BOMB.toString('base64')}"}`),
  BOMB,
  Buffer.from(JSON.stringify(BOMB.toString('base64'))),
  gzipSync(gzipSync('{"events":[]}')),
  BOMB.subarray(0, 1_000),
  Buffer.from('\uFEFF{"events":[]}'),
  Buffer.from('{"events":[]}', 'utf16le'),
  Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0xc0, 0x80]),
  Buffer.from('{"events":[{"order_create":{"order_id":"\xff\xfe"}}]}', 'latin1'),
  Buffer.from('{"__proto__":{"events":[]},"events":[{"__proto__":{"order_id":"X-1"}}]}'),
  Buffer.from('{"events":[{"constructor":{"prototype":{"polluted":true}}}]}'),
  Buffer.from('<!DOCTYPE export [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><export>&b;</export>'),
  Buffer.from('<!DOCTYPE export SYSTEM "file:///etc/passwd"><export/>'),
  Buffer.from('<?xml version="1.0" encoding="UTF-7"?><export>+ADw-</export>'),
  Buffer.from('<export>'.repeat(DEEP)),
  Buffer.from('<export><__proto__><order_id>1</order_id></__proto__><constructor/></export>'),
  Buffer.from(`<export a="${'x'.repeat(2 * MEGABYTE)}"/>`),
  Buffer.from(`<export>${'<order/>'.repeat(DEEP)}</export>`),
  Buffer.alloc(6 * MEGABYTE + 1, 0x20),
]

/** A body for the webhook. */
export function webhookBody(random: Choices): Buffer {
  if (random.chance(0.06)) return random.pick(HORRORS)
  if (random.chance(0.3)) return postbackBody(random)
  const json = Buffer.from(JSON.stringify(eventsOf(random)))
  return packed(random.chance(0.3) ? mutateBytes(json, random) : json, random)
}

function eventsOf(random: Choices): Json {
  const rate = random.pick([0.001, 0.01, 0.1])
  const first = mutateJson(random.pick(events), random, rate)
  return random.chance(0.8) ? first : { events: [first, nonsenseValue(random)] }
}

function postbackBody(random: Choices): Buffer {
  const xml = random.pick(postbacks).toString('utf8')
  const renamed = xml.replace(/<(\/?)(\w+)>/g, (tag, slash: string) =>
    random.chance(0.01) ? `<${slash}${random.pick(['__proto__', 'email', 'a:b', '1'])}>` : tag,
  )
  const filled = renamed.replace(/>([^<>]+)</g, (text) =>
    random.chance(0.05) ? `>${escapeXml(nonsenseText(random))}<` : text,
  )
  const bytes = Buffer.from(filled)
  return random.chance(0.5) ? mutateBytes(bytes, random) : bytes
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** As UltraCart compresses events, or as a gzip transport does. */
function packed(json: Buffer, random: Choices): Buffer {
  if (random.chance(0.7)) return json
  const zipped = random.chance(0.2) ? mutateBytes(gzipSync(json), random) : gzipSync(json)
  const text = zipped.toString('base64')
  return random.pick([
    zipped,
    Buffer.from(text),
    Buffer.from(JSON.stringify(text)),
    Buffer.from(JSON.stringify({ merchant_id: 'DEMO', events: text })),
  ])
}

/** A body for the address that affiliates are posted to. */
export function affiliatesBody(random: Choices): Buffer {
  if (random.chance(0.06)) return random.pick(HORRORS)
  const affiliate = { affiliateId: 1 + random.below(50), approved: random.chance(0.5), ...FORM }
  const mutated = mutateJson(affiliate, random, random.pick([0.02, 0.2]))
  const json = Buffer.from(JSON.stringify(random.chance(0.5) ? mutated : [mutated, affiliate]))
  return random.chance(0.2) ? mutateBytes(json, random) : json
}

const FORM = { email: 'anais@example.com', firstName: 'Anaïs', company: 'Tea & Sons' }

/** A body for a resend. */
export function resendBody(random: Choices): Buffer {
  const wish = { mode: 'original', nonce: nonsenseText(random), confirmSent: random.chance(0.5) }
  if (random.chance(0.2)) return random.pick(HORRORS)
  return Buffer.from(JSON.stringify(mutateJson(wish, random, 0.1)))
}

function readFixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name))
}

function readJson(name: string): Json {
  return JSON.parse(readFixture(name).toString('utf8'))
}
