import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBreaches } from '#tests/support/architecture/find-breaches.ts'
import { readSource, readSources } from '#tests/support/architecture/read-sources.ts'

const ROOT = join(import.meta.dirname, '..')

/** The breaches of made-up files, path and text. */
function breachesIn(files: Record<string, string>): string[] {
  return findBreaches(Object.entries(files).map(([path, text]) => readSource(path, text)))
}

test('every import goes the way that the house allows, and none goes round in a circle', {
  timeout: 60_000,
}, () => {
  const sources = readSources(ROOT, ['app', 'components', 'lib', 'scripts', 'proxy.ts'])
  expect(sources.length).toBeGreaterThan(100)
  expect(findBreaches(sources)).toEqual([])
})

test('a forbidden import is found however it is written', () => {
  const ways = {
    plain: "import { prisma } from '#lib/db/client.ts'",
    relative: "import { prisma } from '../../lib/db/client.ts'",
    bare: "import '#lib/db/client.ts'",
    dynamic: "const { prisma } = await import('#lib/db/client.ts')",
    type: "import type { Db } from '#lib/db/client.ts'",
    'type in place': "type Db = import('#lib/db/client.ts').Db",
    're-export': "export { prisma } from '#lib/db/client.ts'",
    'export of all': "export * from '#lib/db/client.ts'",
  }
  for (const [way, text] of Object.entries(ways))
    expect(breachesIn({ 'app/log/page.tsx': text }), way).toEqual([
      'app/log/page.tsx (app) imports lib/db/client.ts (db)',
    ])
})

test('an import that only stands in a comment or a text is none', () => {
  expect(
    breachesIn({
      'app/page.tsx': "// import '#lib/db/a.ts'\nexport const text = \"import '#lib/db/a.ts'\"",
    }),
  ).toEqual([])
})

test('a computed import is refused, since it could be anything', () => {
  expect(
    breachesIn({ 'lib/db/any.ts': 'export const any = (name: string) => import(name)' }),
  ).toEqual(['lib/db/any.ts imports name, which has no room'])
})

test('a service may use its own parts and no other service', () => {
  expect(
    breachesIn({
      'lib/services/deliver.ts': "import './deliver/part.ts'\nimport './sweep.ts'",
      'lib/services/deliver/part.ts': "import './other-part.ts'\nimport '../sweep.ts'",
    }),
  ).toEqual([
    'lib/services/deliver.ts (services) imports lib/services/sweep.ts (services)',
    'lib/services/deliver/part.ts (services) imports lib/services/sweep.ts (services)',
  ])
})

test('the two vendors do not know each other', () => {
  expect(breachesIn({ 'lib/ontraport/send.ts': "import '#lib/ultracart/read.ts'" })).toEqual([
    'lib/ontraport/send.ts (ontraport) imports lib/ultracart/read.ts (ultracart)',
  ])
})

test('domain knows no library, not even one of Node, and no clock', () => {
  expect(
    breachesIn({
      'lib/domain/a.ts':
        "import 'node:fs'\nimport 'zod'\nexport const a = [new Date(), Date.now()]",
      'lib/domain/b.ts': 'export const b = new Date(0)',
    }),
  ).toEqual([
    'lib/domain/a.ts (domain) imports the library node:fs',
    'lib/domain/a.ts (domain) imports the library zod',
    'lib/domain/a.ts reads the clock, which domain is given as an argument',
  ])
})

test('a library outside its rooms, or without one, is found', () => {
  expect(
    breachesIn({
      'lib/services/a.ts': "import 'next/headers'\nimport '@prisma/client'\nimport 'left-pad'",
    }),
  ).toEqual([
    'lib/services/a.ts (services) imports the library next/headers',
    'lib/services/a.ts (services) imports the library @prisma/client',
    'lib/services/a.ts imports left-pad, which has no room',
  ])
})

test('the environment is read in one file', () => {
  const text = 'export const port = process.env.PORT'
  expect(breachesIn({ 'lib/db/a.ts': text, 'lib/env.ts': text })).toEqual([
    'lib/db/a.ts reads process.env, which only lib/env.ts may',
  ])
})

test('a circle of imports is named with all its files', () => {
  expect(
    breachesIn({
      'lib/db/a.ts': "import './b.ts'",
      'lib/db/b.ts': "import type { C } from './c.ts'",
      'lib/db/c.ts': "await import('./a.ts')",
    }),
  ).toEqual(['Imports go round in a circle: lib/db/a.ts → lib/db/b.ts → lib/db/c.ts → lib/db/a.ts'])
})
