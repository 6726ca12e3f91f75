import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '#lib/db/free-port.ts'
import { env } from '#lib/env.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { runScript } from '#tests/support/program.ts'

test('a worker without web shows its metrics on METRICS_PORT, by token, and nothing else', async () => {
  const port = await freePort()
  const worker = runScript('worker.ts', {
    DATABASE_URL: env.DATABASE_URL ?? '',
    DATA_DIR: makeOpenFolder(),
    METRICS_PORT: String(port),
    METRICS_TOKEN: 'prometheus-token-1',
  })
  onTestFinished(async () => void (await worker.end('SIGTERM')))
  await worker.says(/^Relaying\.$/m)
  const url = `http://127.0.0.1:${port}`
  const headers = { authorization: 'Bearer prometheus-token-1' }
  const answer = await fetch(`${url}/api/metrics`, { headers })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('relay_group_size')
  expect((await fetch(`${url}/api/metrics`)).status).toBe(401)
  expect((await fetch(`${url}/`, { headers })).status).toBe(404)
})
