import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { descendants, processesNaming } from '#tests/support/process-tree.ts'
import { type Product, type ProductSettings, startProduct } from '#tests/support/product.ts'
import { runScript } from '#tests/support/program.ts'

let shared: Product

beforeAll(async () => {
  shared = await startProduct()
})

afterAll(() => shared.kill())

/** A product that the test may do anything to. */
async function startOwn(settings: ProductSettings = {}): Promise<Product> {
  const product = await startProduct(settings)
  onTestFinished(() => product.kill())
  return product
}

async function isReady({ url }: Product): Promise<boolean> {
  const answer = await fetch(`${url}/api/health/ready`)
  return answer.ok
}

test('a first start is ready and prints a set-up link that opens', async () => {
  expect(await isReady(shared)).toBe(true)
  const page = await fetch(await shared.setupLink(), { redirect: 'manual' })
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('x-powered-by')).toBeNull()
})

test('what is secret in the data folder is for its owner alone', () => {
  for (const name of ['app-secret', 'postgres-password', 'postgres.json', 'postgres.log'])
    expect(statSync(join(shared.dataDir, name)).mode & 0o077, name).toBe(0)
})

test('a webhook that is too large or has a wrong password is refused before the web app', async () => {
  const hook = `${shared.url}/api/webhooks/ultracart/DEMO`
  const tooLarge = await fetch(hook, { method: 'POST', body: Buffer.alloc(7 * 1024 * 1024) })
  expect(tooLarge.status).toBe(413)
  const stranger = await fetch(hook, {
    method: 'POST',
    body: '{}',
    headers: { authorization: 'Basic eDp5' },
  })
  expect(stranger.status).toBe(401)
})

test('a command and a worker use the database of the running product', async () => {
  const environment = { DATA_DIR: shared.dataDir, LOG_LEVEL: 'silent' }
  const worker = runScript('worker.ts', environment)
  await worker.says(/^Relaying\.$/m)
  const command = runScript('admin.ts', environment, ['merchant', 'list', '--json'])
  expect(await command.exit).toBe(0)
  expect(command.output()).toBe('{"merchants":[]}\n')
  expect(await worker.end('SIGTERM')).toBe(0)
  expect(await isReady(shared)).toBe(true)
})

test('a second product over the same data folder is one sentence', async () => {
  const second = runScript('start.ts', { DATA_DIR: shared.dataDir, PORT: '0' })
  expect(await second.exit).toBe(1)
  expect(second.output()).toBe(
    `${shared.dataDir} is in use by another running installation: stop that one first, or set another DATA_DIR.\n`,
  )
  expect(await isReady(shared)).toBe(true)
})

test('SIGTERM ends it with exit code 0 and leaves no process behind', async () => {
  const product = await startOwn()
  expect(descendants(product.pid)).not.toEqual([])
  expect(await product.stop()).toBe(0)
  expect(processesNaming(product.dataDir)).toEqual([])
})

test('it goes on, and still ends in order, when nobody reads its output any more', async () => {
  const product = await startOwn()
  product.stopReading()
  expect(await isReady(product)).toBe(true)
  expect(await product.stop()).toBe(0)
  expect(processesNaming(product.dataDir)).toEqual([])
})

test('after a kill of the whole tree the next start is ready by itself', async () => {
  const killed = await startOwn()
  await killed.kill()
  const product = await startOwn({ dataDir: killed.dataDir })
  expect(await isReady(product)).toBe(true)
})

test('after a kill that PostgreSQL survived the next start is ready by itself', async () => {
  const killed = await startOwn()
  process.kill(killed.pid, 'SIGKILL')
  expect(processesNaming(killed.dataDir)).not.toEqual([])
  const product = await startOwn({ dataDir: killed.dataDir })
  expect(await isReady(product)).toBe(true)
})

test('a database that dies takes the product with it, so that a supervisor starts both anew', async () => {
  const product = await startOwn()
  const [postgres = 0] = processesNaming(`${product.dataDir}/postgres`)
  process.kill(postgres, 'SIGKILL')
  expect(await product.exit).toBe(1)
})
