import type { Json, JsonObject } from '#tests/support/build-order.ts'
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'
import type { Choices } from './choices.ts'

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '0', '\0']

/** Any text: hostile, long, or of random characters, halves of surrogate pairs among them. */
export function nonsenseText(random: Choices): string {
  if (random.chance(0.5)) return random.pick([HOSTILE_TEXTS[0], ...HOSTILE_TEXTS])
  if (random.chance(0.05)) return 'x'.repeat(random.below(200_000))
  const length = random.below(40)
  return Array.from({ length }, () => String.fromCharCode(random.below(0x1_0000))).join('')
}

const SINGLES: readonly [Json, ...Json[]] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  9007199254740992,
  -0.0001,
  [],
  {},
  [[[]]],
  '2026-02-30T25:61:61-99:00',
  '0000-00-00',
  '99999999999999999999',
  'NaN',
  'true',
]

/** Any value of JSON. */
export function nonsenseValue(random: Choices, depth = 0): Json {
  if (depth > 3 || random.chance(0.4)) return random.pick(SINGLES)
  if (random.chance(0.6)) return nonsenseText(random)
  const count = random.below(4)
  const parts = Array.from({ length: count }, () => nonsenseValue(random, depth + 1))
  if (random.chance(0.5)) return parts
  return Object.fromEntries(parts.map((part) => [nonsenseKey(random), part]))
}

function nonsenseKey(random: Choices): string {
  return random.chance(0.5) ? random.pick(['x', ...KEYS]) : nonsenseText(random)
}

/** The value with some of its parts changed, left out, doubled or named otherwise. */
export function mutateJson(value: Json, random: Choices, rate = 0.02): Json {
  if (random.chance(rate)) return nonsenseValue(random)
  if (Array.isArray(value)) {
    const parts = value.map((part) => mutateJson(part, random, rate))
    return random.chance(rate) ? [...parts, ...parts, nonsenseValue(random)] : parts
  }
  return isObject(value) ? mutateObject(value, random, rate) : value
}

function mutateObject(value: JsonObject, random: Choices, rate: number): JsonObject {
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    if (random.chance(rate / 2)) return []
    const name = random.chance(rate / 2) ? nonsenseKey(random) : key
    return [[name, mutateJson(part ?? null, random, rate)]]
  })
  if (random.chance(rate)) entries.push([nonsenseKey(random), nonsenseValue(random)])
  return Object.fromEntries(entries)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The bytes with some of them changed, cut out, repeated or put in. */
export function mutateBytes(bytes: Buffer, random: Choices): Buffer {
  let mutated = Buffer.from(bytes)
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    const at = random.below(mutated.length + 1)
    const length = random.below(random.chance(0.8) ? 6 : 2_000)
    const put = random.pick([
      Buffer.alloc(0),
      random.bytes(length),
      mutated.subarray(at, at + length),
      Buffer.from(nonsenseText(random)),
    ])
    const rest = mutated.subarray(at + (random.chance(0.7) ? length : 0))
    mutated = Buffer.concat([mutated.subarray(0, at), put, rest])
  }
  return mutated
}
