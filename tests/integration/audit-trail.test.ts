import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { listAudit } from '#lib/services/list-audit.ts'
import { buildConnectedMerchant } from '#tests/support/build-merchant.ts'

let merchantId = ''
const owner = () => ({ merchantId, role: 'owner', actor: 'amy@example.com' }) as const

beforeAll(async () => {
  merchantId = await buildConnectedMerchant()
  for (const actor of ['amy@example.com', 'bob@example.com', 'amy@example.com'])
    await insertAuditEntry(prisma(), {
      merchantId,
      actor,
      action: actor.startsWith('bob') ? 'theme.set' : 'product-name.set',
      details: { told: 'write to zoe@example.com' },
    })
  await insertAuditEntry(prisma(), { merchantId: 'ANOTHER', actor: 'eve', action: 'theme.set' })
})

describe('over the product’s own connection, an entry can', () => {
  test.each([
    ['be changed', "UPDATE audit_entry SET actor = 'nobody'"],
    ['have its details changed', "UPDATE audit_entry SET details = '{}'"],
    ['be removed', 'DELETE FROM audit_entry'],
    ['go with all others', 'TRUNCATE audit_entry'],
    [
      'be changed where triggers are off',
      'SET session_replication_role = replica; DELETE FROM audit_entry',
    ],
  ])('not %s', async (_, sql) => {
    const before = await prisma().auditEntry.findMany()
    const attempt = prisma().$transaction(async (db) => {
      for (const statement of sql.split(';')) await db.$executeRawUnsafe(statement)
    })
    await expect(attempt).rejects.toThrow(/append-only/)
    expect(await prisma().auditEntry.findMany()).toEqual(before)
  })

  test('lose one email address, and nothing else with it', async () => {
    const erase = (sql: string) =>
      prisma().$transaction(async (db) => {
        await db.$executeRaw`SELECT set_config('relay.erased_email', 'zoe@example.com', true)`
        await db.$executeRawUnsafe(sql)
      })
    const where = `WHERE merchant_id = '${merchantId}'`
    await expect(erase(`UPDATE audit_entry SET actor = 'nobody' ${where}`)).rejects.toThrow(
      /append-only/,
    )
    await expect(erase(`UPDATE audit_entry SET details = '{}' ${where}`)).rejects.toThrow(
      /append-only/,
    )
    await expect(erase(`DELETE FROM audit_entry ${where}`)).rejects.toThrow(/append-only/)
    await erase(
      `UPDATE audit_entry SET details = without_email(details::text, 'zoe@example.com')::jsonb ${where}`,
    )
    const entries = await prisma().auditEntry.findMany({ where: { merchantId } })
    for (const { details } of entries) expect(details).toEqual({ told: 'write to erased' })
  })
})

describe('an owner', () => {
  test('reads the merchant’s own trail page by page, newest first', async () => {
    const first = await listAudit(owner(), {}, { limit: 2, cursor: null })
    const second = await listAudit(owner(), {}, { limit: 2, cursor: first.nextCursor })
    const actors = [...first.entries, ...second.entries].map((entry) => entry.actor)
    expect(actors).toEqual(['amy@example.com', 'bob@example.com', 'amy@example.com'])
    expect(second.nextCursor).toBeNull()
    expect(first.actions).toEqual(['product-name.set', 'theme.set'])
  })

  test('filters it by who and by what', async () => {
    const page = { limit: 10, cursor: null }
    expect((await listAudit(owner(), { actor: 'bob@example.com' }, page)).entries).toHaveLength(1)
    expect((await listAudit(owner(), { action: 'product-name.set' }, page)).entries).toHaveLength(2)
  })

  test('only: an editor does not', async () => {
    const editor = { ...owner(), role: 'editor' } as const
    await expect(listAudit(editor, {}, { limit: 1, cursor: null })).rejects.toThrow(/owner/)
  })
})

const SERVICES = join(import.meta.dirname, '../../lib/services')

/** Need more than a reader's role, change nothing and reveal nothing that is not on a screen. */
const ONLY_LOOK = new Set([
  'list-audit',
  'list-invitations',
  'list-tokens',
  'preview-affiliates-csv',
  'preview-bulk-resend',
  'preview-products-csv',
  'preview-relay-rule',
  'list-ultracart-deliveries',
  'get-ultracart-delivery',
])

/** Every service that asks for the role of an editor or owner, with the text of its files. */
function guardedServices(): [name: string, source: string][] {
  return readdirSync(SERVICES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }): [string, string] => [
      name.replace(/\.ts$/, ''),
      [name, ...partsOf(name.replace(/\.ts$/, ''))]
        .map((file) => readFileSync(join(SERVICES, file), 'utf8'))
        .join('\n'),
    ])
    .filter(([, source]) => /requireDeed\(\w+, '(edit|own)'\)/.test(source))
}

function partsOf(service: string): string[] {
  const hasParts = readdirSync(SERVICES).includes(service)
  return hasParts ? readdirSync(join(SERVICES, service)).map((part) => join(service, part)) : []
}

describe('what a person may do writes an entry:', () => {
  test('there are services to look at', () => {
    expect(guardedServices().length).toBeGreaterThan(10)
  })

  test.each(guardedServices().filter(([name]) => !ONLY_LOOK.has(name)))('%s', (_, source) => {
    expect(source).toContain('insertAuditEntry(')
  })

  test.each(guardedServices().filter(([name]) => ONLY_LOOK.has(name)))(
    '%s does not, since it changes nothing',
    (_, source) => {
      expect(source).not.toMatch(/inTransaction|save[A-Z]\w+\(|insert[A-Z]\w+\(/)
    },
  )

  test.each(readdirSync(SERVICES).filter((name) => /^(export|download|reveal)-.*\.ts$/.test(name)))(
    '%s, which hands something out',
    (name) => {
      expect(readFileSync(join(SERVICES, name), 'utf8')).toContain('insertAuditEntry(')
    },
  )
})
