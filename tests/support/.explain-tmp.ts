import { prisma, disconnect } from '#lib/db/client.ts'
import { listTransmissionRows } from '#lib/db/log.ts'
const cases: [string, object][] = [['all', {}], ['failed', { status: ['failed'] }], ['held none', { status: ['held', 'unconfirmed', 'failed'] }], ['ref', { reference: 'DEMO-30' }], ['email', { email: 'Buyer30@example.com' }], ['q exact', { q: 'DEMO-30' }], ['q words', { q: 'nothing like it' }], ['q prefix', { q: 'demo-4999' }], ['from', { from: new Date(Date.now() - 3600e3).toISOString() }], ['old', { to: new Date(Date.now() - 130 * 864e5).toISOString() }], ['type none', { type: 'pixel' }], ['code', { code: '4xx' }]]
for (const [name, filter] of cases) {
  for (let i = 0; i < 2; i++) {
    const t = performance.now()
    const p = await listTransmissionRows(prisma(), 'M0', { filter, limit: 50, cursor: null })
    if (i) console.log(name, p.transmissions.length, (performance.now() - t).toFixed(1), 'ms', p.nextCursor !== null)
  }
}
await disconnect()
