import { text } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { exportAudit } from '#lib/services/export-audit.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildMerchant()
})

const owner = () => accessOf(merchantId, 'owner')

async function enter(actor: string, action: string, details = {}): Promise<void> {
  await insertAuditEntry(prisma(), { merchantId, actor, action, details })
}

async function linesOf(filter = {}): Promise<string[]> {
  const csv = await text(await exportAudit(owner(), filter))
  return csv.trim().split('\r\n').slice(1)
}

test('a download has every entry of the store, the newest first, and is itself one', async () => {
  for (let number = 1; number <= 2_100; number += 1) await enter('amy@example.com', 'theme.saved')
  await insertAuditEntry(prisma(), { merchantId: 'ANOTHER', actor: 'eve', action: 'theme.saved' })
  const lines = await linesOf()
  expect(lines).toHaveLength(2_101)
  expect(lines[0]).toContain('owner@example.com,audit.exported,')
  expect(lines.join()).not.toContain('eve')
})

test('a download has what is chosen of who and what', async () => {
  await enter('amy@example.com', 'theme.saved')
  await enter('bob@example.com', 'theme.saved')
  await enter('bob@example.com', 'token.added', { name: 'report' })
  expect(await linesOf({ actor: 'bob@example.com' })).toHaveLength(2)
  expect(await linesOf({ actor: 'bob@example.com', action: 'token.added' })).toEqual([
    expect.stringMatching(/^\d{4}-.*Z,bob@example\.com,token\.added,"{""name"":""report""}"$/),
  ])
  expect(await auditOf(merchantId, 'audit.exported')).toHaveLength(2)
})

test('no cell of a download is calculated by a spreadsheet', async () => {
  await enter('token:=cmd', '=HYPERLINK("https://evil.example")')
  await enter('@SUM(1)', 'theme.saved')
  const [first, second] = await linesOf({ action: 'theme.saved' })
  expect([first, second]).toEqual([expect.stringContaining(`,"'@SUM(1)",`), undefined])
  expect((await linesOf()).join('\n')).toContain(`"'=HYPERLINK(`)
})

test.each(['editor', 'viewer'] as const)('%s downloads nothing', async (role) => {
  await expect(exportAudit(accessOf(merchantId, role), {})).rejects.toMatchObject({
    code: 'forbidden',
  })
})
