import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '#lib/db/free-port.ts'
import { runOn } from '#tests/support/databases.ts'
import { type ApiStandIn, startOntraportApi } from '#tests/support/ontraport-api/start-api.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { startProduct } from '#tests/support/product.ts'
import { leadTo, PUBLIC_URL } from '#tests/support/public-address.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'

/** A product on a folder of its own between stand-ins, and a browser that looks at it. */
export type Stage = {
  merchantId: string
  ontraport: OntraportStandIn
  ontraportApi: ApiStandIn
  ultracart: UltraCartStandIn
  /** The product's own address; people use `PUBLIC_URL`. */
  url: string
  setUpLink(): Promise<string>
  /** A page of somebody who has not signed in. */
  openPage(): Promise<Page>
  admin(...args: string[]): Promise<Record<string, unknown>>
  /** With the password of a user on standard input. */
  addUser(email: string, role: string, password: string): Promise<void>
  sql(text: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

export async function openStage(browser: Browser, merchantId: string): Promise<Stage> {
  const ontraport = await startOntraport()
  const ontraportApi = await startOntraportApi()
  const ultracart = await startUltraCart()
  const port = await freePort()
  const product = await startProduct({
    environment: {
      PORT: String(port),
      APP_URL: PUBLIC_URL,
      ONTRAPORT_URL: ontraport.url,
      ONTRAPORT_API_URL: ontraportApi.url,
      ULTRACART_URL: ultracart.url,
      LOG_LEVEL: 'fatal',
    },
  })
  const env = { DATA_DIR: product.dataDir }
  const database: { url: string } = JSON.parse(
    readFileSync(join(product.dataDir, 'postgres.json'), 'utf8'),
  )
  const contexts: BrowserContext[] = []
  return {
    ...{ merchantId, ontraport, ontraportApi, ultracart, url: `http://127.0.0.1:${port}` },
    setUpLink: product.setupLink,
    openPage: async () => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      contexts.push(context)
      const page = await context.newPage()
      await leadTo(page, port)
      return page
    },
    admin: (...args) => adminAnswer(args, { env }),
    addUser: async (email, role, password) => {
      const args = ['user', 'add', email, '--merchant', merchantId, '--role', role]
      await adminAnswer(args, { input: `${password}\n`, env })
    },
    sql: (text) => runOn(database.url, async (client) => (await client.query(text)).rows),
    close: async () => {
      for (const context of contexts) {
        await context.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      }
      await product.stop()
      await Promise.all([ontraport.close(), ontraportApi.close(), ultracart.close()])
    },
  }
}
