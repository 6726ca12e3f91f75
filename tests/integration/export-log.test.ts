import { describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { LogFormat } from '#lib/domain/log-format.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { LOG_COLUMNS } from '#lib/encode-log.ts'
import { exportLog } from '#lib/services/export-log.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission, buildTransmissions } from '#tests/support/build-transmission.ts'
import { drainBody, heapInUse } from '#tests/support/heap-in-use.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

async function exported(
  merchantId: string,
  format: LogFormat,
  filter: TransmissionFilter = {},
): Promise<string> {
  const { body } = await exportLog(accessOf(merchantId, 'viewer'), filter, format)
  return new Response(body).text()
}

const SALE = {
  type: 'sale',
  status: 'failed',
  reasonCode: 'refused',
  reason: 'ONTRAPORT said "no"',
  description: '=HYPERLINK("https://evil.example","Tea, 2 × <b>&")',
  reference: 'DEMO-1',
  email: 'ann@example.com',
  amountMinor: 7225n,
  currency: 'USD',
  responseCode: 422,
  attemptCount: 2,
  createdAt: new Date('2026-11-20T10:00:00.000Z'),
  finishedAt: new Date('2026-11-20T10:00:01.000Z'),
}

describe('an export', () => {
  test('as CSV has one line a row, in the documented columns, with no cell that a spreadsheet would calculate', async () => {
    const merchantId = await buildConnectedMerchant()
    const id = await buildTransmission({ merchantId, ...SALE })
    const [head, line, ...rest] = (await exported(merchantId, 'csv')).split('\r\n')
    expect(head).toBe(Object.keys(LOG_COLUMNS).join(','))
    expect(line).toBe(
      `${id},sale,failed,refused,"ONTRAPORT said ""no""","'=HYPERLINK(""https://evil.example"",""Tea, 2 × <b>&"")",DEMO-1,ann@example.com,72.25,USD,422,2,2026-11-20T10:00:00.000Z,2026-11-20T10:00:01.000Z,,false`,
    )
    expect(rest).toEqual([''])
  })

  test('as JSON Lines has the rows of the HTTP interface', async () => {
    const merchantId = await buildConnectedMerchant()
    await buildTransmissions({ merchantId, ...SALE }, { merchantId })
    const rows = (await exported(merchantId, 'jsonl')).trimEnd().split('\n')
    expect(rows.map((row) => JSON.parse(row))).toMatchObject([
      { status: 'queued', email: null },
      { status: 'failed', amountCents: 7225, createdAt: '2026-11-20T10:00:00.000Z' },
    ])
  })

  test('as XML is valid against its schema, whatever stands in the rows', async () => {
    const merchantId = await buildConnectedMerchant()
    await buildTransmissions(
      { merchantId, ...SALE },
      { merchantId, description: '\u0001 \uD800', reason: ']]>&amp;', email: '<@>' },
      { merchantId, currency: 'JPY', amountMinor: -500n, isSandbox: true },
    )
    const xml = await exported(merchantId, 'xml')
    await assertValid(xml, 'transmissions')
    expect(xml).toContain('<amount>-500</amount>')
    await assertValid(await exported(await buildConnectedMerchant(), 'xml'), 'transmissions')
  })

  test('has what the filter finds, of this merchant alone', async () => {
    const merchantId = await buildConnectedMerchant()
    await buildTransmissions({ merchantId, ...SALE }, { merchantId, reference: 'DEMO-2' })
    await buildTransmission({ merchantId: await buildConnectedMerchant(), ...SALE })
    const text = await exported(merchantId, 'jsonl', { status: ['failed'] })
    expect(text.trimEnd().split('\n')).toHaveLength(1)
  })

  test('stands in the audit trail with its filter, nobody named, and a wrong filter is refused instead', async () => {
    const merchantId = await buildConnectedMerchant()
    await exported(merchantId, 'csv', { status: ['failed'], q: 'ann@example.com' })
    const entries = await prisma().auditEntry.findMany({ where: { merchantId } })
    expect(entries).toMatchObject([
      {
        actor: 'viewer@example.com',
        action: 'log.exported',
        details: { format: 'csv', status: ['failed'], q: 'a•••@e•••.com' },
      },
    ])
    await expect(exported(merchantId, 'csv', { code: 'soon' })).rejects.toThrow('code takes')
    expect(await prisma().auditEntry.count({ where: { merchantId } })).toBe(1)
  })
})

const ROWS = 100_000
/** Some pages of a thousand rows, read and written, with room to spare; the whole export has some 40 MB. */
const MAX_GROWTH_BYTES = 24 * 1024 * 1024

test('an export of 100,000 rows leaves the memory as it was', { timeout: 120_000 }, async () => {
  const merchantId = await buildConnectedMerchant()
  await prisma().$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, description, stream_kind, reference,
      position, email, amount_minor, currency, created_at, is_sandbox)
    SELECT uuidv7(), ${merchantId}, 'sale', 'sent', 'Sale of ' || repeat('long ', 40), 'order',
      'DEMO-' || n, 1, 'ann@example.com', n, 'USD', now(), false
    FROM generate_series(1, ${ROWS}::integer) AS n`
  await prisma().$executeRaw`ANALYZE transmission`
  const before = heapInUse()
  const { body } = await exportLog(accessOf(merchantId), {}, 'csv')
  const { pieces, bytes, peak } = await drainBody(body)
  expect(pieces).toBeGreaterThanOrEqual(ROWS / 1_000)
  expect(bytes).toBeGreaterThan(ROWS * 300)
  expect(peak - before).toBeLessThan(MAX_GROWTH_BYTES)
})
