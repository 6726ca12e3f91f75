import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlertKind } from '#lib/domain/alert.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { type HookStandIn, startHook } from '#tests/support/hook-stand-in.ts'
import { type Program, runScript } from '#tests/support/program.ts'
import { readZip } from '#tests/support/read-zip.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts'

const NEW_PASSWORD = 'a-new-webhook-password-77'
const SIMPLE_KEY = 'uc-simple-key-4711-4711-4711'
const ACCOUNT_PASSWORD = 'correct horse battery 1'
const MAIL_PASSWORD = 'a-mail-password-4711-4711'
const HOOK_SECRET = 'B0000-hook-secret-4711'
const PASSPHRASE = 'a passphrase for the backup'

let world: RelayWorld
let smtp: SmtpStandIn
let hook: HookStandIn
let worker: Program
/** Every secret of this run, by name. */
const secrets = new Map<string, string>()

beforeAll(async () => {
  smtp = await startSmtp()
  hook = await startHook()
  process.env.SMTP_URL = smtp.url.replace('//', `//relay:${MAIL_PASSWORD}@`)
  process.env.MAIL_FROM = 'relay@example.com'
  process.env.ALLOW_PRIVATE_ADDRESSES = '127.0.0.1'
  world = await startRelayWorld()
  await makeSecrets()
  await addChannels()
  worker = runScript('worker.ts', { ...environment(), LOG_LEVEL: 'trace' })
  await worker.says(/^Relaying\.$/m)
  await sendAnswered('echo')
  await worker.says(/alert\.sent[\s\S]*alert\.sent/)
})

afterAll(async () => {
  await worker.end('SIGTERM')
  await world.close()
  await smtp.close()
  await hook.close()
})

function environment(): Record<string, string> {
  const { DATABASE_URL = '', DATA_DIR = '', APP_SECRET = '', ONTRAPORT_URL = '' } = process.env
  const { SMTP_URL = '', MAIL_FROM = '', ALLOW_PRIVATE_ADDRESSES = '' } = process.env
  const alerts = { SMTP_URL, MAIL_FROM, ALLOW_PRIVATE_ADDRESSES }
  return { DATABASE_URL, DATA_DIR, APP_SECRET, ONTRAPORT_URL, ...alerts }
}

/** The mail server takes the login and repeats it, the chat its own address; neither takes the message. */
async function addChannels(): Promise<void> {
  const { saveAlertChannel } = await import('#lib/services/save-alert-channel.ts')
  const login = Buffer.from(`\0relay\0${MAIL_PASSWORD}`).toString('base64')
  smtp.judge((line) =>
    line.startsWith('MAIL') ? `450 not for ${MAIL_PASSWORD} ${login} now` : null,
  )
  hook.respond((response) => response.writeHead(500).end(`no ${hook.url}/services/${HOOK_SECRET}`))
  const tells: AlertKind[] = ['bad', 'recovery']
  const to = { id: null, tells } as const
  await saveAlertChannel(world.access, { ...to, kind: 'mail', target: 'amy@example.com' })
  const target = `${hook.url}/services/${HOOK_SECRET}`
  await saveAlertChannel(world.access, { ...to, kind: 'webhook', target })
  secrets.set('the password of the mail server', MAIL_PASSWORD)
  secrets.set('the address of a chat’s webhook', HOOK_SECRET)
}

async function makeSecrets(): Promise<void> {
  const { setMerchant } = await import('#lib/services/set-merchant.ts')
  const { addToken } = await import('#lib/services/add-token.ts')
  const { addUser } = await import('#lib/services/add-user.ts')
  const { rotateFeedKey } = await import('#lib/services/rotate-feed-key.ts')
  const { saveConnection } = await import('#lib/db/connections.ts')
  const { prisma } = await import('#lib/db/client.ts')
  const old = Buffer.from(world.authorization.slice('Basic '.length), 'base64').toString()
  await setMerchant('DEMO', { webhookPassword: NEW_PASSWORD })
  await saveConnection(prisma(), 'DEMO', { simpleKey: SIMPLE_KEY })
  await addUser({
    email: 'amy@example.com',
    merchantId: 'DEMO',
    role: 'owner',
    password: ACCOUNT_PASSWORD,
  })
  secrets.set('the ONTRAPORT key', world.key)
  secrets.set('the webhook password before', old.slice(old.indexOf(':') + 1))
  secrets.set('the webhook password', NEW_PASSWORD)
  secrets.set('the simple key of UltraCart', SIMPLE_KEY)
  secrets.set('an account’s password', ACCOUNT_PASSWORD)
  secrets.set('a token', (await addToken(world.access, { name: 'api' })).token)
  secrets.set('a feed key', (await rotateFeedKey(world.access)).key)
  secrets.set('the secret that seals them', process.env.APP_SECRET ?? '')
  secrets.set('the passphrase of a backup', PASSPHRASE)
}

/** ONTRAPORT repeats the key in a header and in the text, and turns one message away. */
async function sendAnswered(reference: string): Promise<void> {
  const { ontraport, key } = world
  const echo = { headers: { 'x-account': key }, body: `<result>${reference} for ${key}</result>` }
  ontraport.respond({ kind: 'status', status: 200, ...echo })
  await world.deliver(['order_create', anOrder()])
  await ontraport.waitFor(1)
  ontraport.respond({ kind: 'status', status: 400, ...echo })
  await world.deliver(['order_create', anOrder()])
  await ontraport.waitFor(2)
  await worker.says(/attempt\.finished[\s\S]*attempt\.finished/)
}

/** Everything that leaves the product or stays on a disk, as text. A new way out is one line here. */
const WAYS_OUT: Record<string, () => Promise<string>> = {
  'the database': dumpDatabase,
  'the log lines': async () => worker.output(),
  'the log as CSV': () => exportedLog('csv'),
  'the log as JSON Lines': () => exportedLog('jsonl'),
  'the log as XML': () => exportedLog('xml'),
  'the products as CSV': exportedProducts,
  'the reconciliation as CSV': exportedReconciliation,
  'a support packet': supportPacket,
  'a transmission and its answers': shownTransmissions,
  'the connection, to a viewer': shownConnection,
  'the audit trail': shownAudit,
  'the alerts, to a viewer': shownAlerts,
  'the list of merchants': shownMerchants,
  'the metrics': shownMetrics,
  'answers to wrong calls': wrongCalls,
  'a backup': writtenBackup,
}

test.each(Object.entries(WAYS_OUT))('%s shows none of the secrets', async (_, read) => {
  const text = await read()
  expect(text.length).toBeGreaterThan(20)
  for (const [name, secret] of secrets)
    for (const spelling of [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ])
      expect(text.includes(spelling), name).toBe(false)
})

test('the run did use its secrets, and the log shows the masked key', async () => {
  expect(world.ontraport.received[0]?.key).toBe(world.key)
  expect(await dumpDatabase()).toContain('echo for ••••')
  expect(await dumpDatabase()).toContain('450 not for •••• •••• now')
  expect(hook.received[0]?.path).toContain(HOOK_SECRET)
  for (const [name, secret] of secrets) expect(secret.length, name).toBeGreaterThanOrEqual(16)
})

async function exportedLog(format: 'csv' | 'jsonl' | 'xml'): Promise<string> {
  const { exportLog } = await import('#lib/services/export-log.ts')
  return new Response((await exportLog(world.access, {}, format)).body).text()
}

async function exportedProducts(): Promise<string> {
  const { exportProductsCsv } = await import('#lib/services/export-products-csv.ts')
  return new Response(exportProductsCsv(world.access)).text()
}

async function exportedReconciliation(): Promise<string> {
  const { exportReconciliation } = await import('#lib/services/export-reconciliation.ts')
  const to = new Date(Date.now() + 86_400_000)
  const query = { from: new Date(0), to, show: null, currency: null }
  return new Response(await exportReconciliation(world.access, query)).text()
}

async function supportPacket(): Promise<string> {
  const { zipSupportPacket } = await import('#lib/services/make-support-packet.ts')
  const notes = { formUrl: '', formName: '', note: '', areEmailsMasked: false }
  const archive = await zipSupportPacket(world.access, { kind: 'filter', filter: {} }, notes)
  return Object.values(readZip(archive)).join('\n')
}

async function shownTransmissions(): Promise<string> {
  const rows = await world.log()
  return JSON.stringify(await Promise.all(rows.map((row) => world.detail(row.id))))
}

async function shownConnection(): Promise<string> {
  return JSON.stringify(await world.services.getConnection({ ...world.access, role: 'viewer' }))
}

async function shownAudit(): Promise<string> {
  const { listAudit } = await import('#lib/services/list-audit.ts')
  return JSON.stringify(await listAudit(world.access, {}, { limit: 200, cursor: null }))
}

async function shownAlerts(): Promise<string> {
  const { getAlerts } = await import('#lib/services/get-alerts.ts')
  return JSON.stringify(await getAlerts({ ...world.access, role: 'viewer' }))
}

async function shownMerchants(): Promise<string> {
  const { listMerchants } = await import('#lib/services/list-merchants.ts')
  return JSON.stringify(await listMerchants())
}

async function shownMetrics(): Promise<string> {
  const { collectMetrics } = await import('#lib/services/collect-metrics.ts')
  return (await collectMetrics(null)).text
}

async function wrongCalls(): Promise<string> {
  const { POST } = await import('#app/api/webhooks/ultracart/[merchantId]/route.ts')
  const { GET } = await import('#app/api/transmissions/route.ts')
  const address = 'http://relay.example.com/api'
  const post = (password: string, body: string) => {
    const authorization = `Basic ${Buffer.from(`ultracart:${password}`).toString('base64')}`
    const request = new Request(address, { method: 'POST', headers: { authorization }, body })
    return POST(request, { params: Promise.resolve({ merchantId: 'DEMO' }) })
  }
  const bearer = { authorization: `Bearer ${secrets.get('a token')}` }
  const answers = await Promise.all([
    post('wrong', '{}'),
    post(NEW_PASSWORD, '{"events":'),
    post(NEW_PASSWORD, '{"events":[{"order_create":{"order_id":7}}]}'),
    GET(new Request(`${address}?cursor=x`, { headers: bearer })),
    GET(new Request(address)),
  ])
  return (
    await Promise.all(
      answers.map(
        async (answer) => `${JSON.stringify([...answer.headers])} ${await answer.text()}`,
      ),
    )
  ).join('\n')
}

async function writtenBackup(): Promise<string> {
  const { backUp } = await import('#lib/services/back-up.ts')
  const file = join(process.env.DATA_DIR ?? '', 'secrets.backup')
  await backUp(file, PASSPHRASE)
  return gunzipSync(readFileSync(file)).toString('latin1')
}
