import type { Page } from 'playwright-core'
import { addAlerts } from './add-alerts.ts'
import { fetchAccountProducts, goByApi, openCalls, sellByApi } from './go-by-api.ts'
import type { Stage } from './stage.ts'

/** A store that was just set up, one as it is on a good day with a few troubles, and one that has too much of everything. */
export const STATES = ['empty', 'full', 'overfull'] as const
export type State = (typeof STATES)[number]

export type PicturedPage = {
  /** What its pictures are called. */
  name: string
  file: string
  /** `{failed}` and the like stand for ids that the store's filling gives. */
  path: string
  /** All, unless given. */
  states?: readonly State[]
  /** Who looks: the first person with the set-up link, nobody in particular, or else a member. */
  visitor?: 'first' | 'nobody'
  /** Changes the store before the page is opened. */
  before?: (stage: Stage) => Promise<unknown>
  /** Leads the opened page to what is to be seen. */
  lookAt?: (page: Page) => Promise<unknown>
  /** What it shows lies over the page, which is not worth a look below the window. */
  isWindowOnly?: boolean
  /** A table without which the page cannot be shown. */
  lacking?: string
}

const WITH_ROWS = ['full', 'overfull'] as const

/** Every page of the product, some more than once. The last ones change the store, so they come last. */
export const PICTURED_PAGES: readonly PicturedPage[] = [
  {
    ...at('set-up', 'app/(welcome)/set-up/page.tsx', '{setUp}'),
    states: ['empty'],
    visitor: 'first',
  },
  { ...at('sign-in', 'app/(welcome)/sign-in/page.tsx', '/sign-in'), visitor: 'nobody' },
  {
    ...at('join', 'app/(welcome)/join/page.tsx', '{invitation}'),
    states: ['full'],
    visitor: 'nobody',
  },
  {
    ...at('join-over', 'app/(welcome)/join/page.tsx', '/join?token=used'),
    states: ['empty'],
    visitor: 'nobody',
  },
  at('overview', 'app/(admin)/(overview)/page.tsx', '/'),
  at('integration', 'app/(admin)/integration/page.tsx', '/integration'),
  at('products', 'app/(admin)/products/page.tsx', '/products'),
  at('affiliates', 'app/(admin)/affiliates/page.tsx', '/affiliates'),
  at('log', 'app/(admin)/log/(list)/page.tsx', '/log'),
  at(
    'log-filtered',
    'app/(admin)/log/(list)/page.tsx',
    '/log?status=failed,retrying&q=nothing-like-it',
  ),
  {
    ...at('log-drawer', 'app/(admin)/log/(list)/page.tsx', '/log?status=failed'),
    states: WITH_ROWS,
    lookAt: openDrawer,
    isWindowOnly: true,
  },
  {
    ...at('transmission', 'app/(admin)/log/[id]/page.tsx', '/log/{failed}'),
    states: WITH_ROWS,
  },
  { ...at('transmission-sent', 'app/(admin)/log/[id]/page.tsx', '/log/{sent}'), states: WITH_ROWS },
  { ...at('transmission-held', 'app/(admin)/log/[id]/page.tsx', '/log/{held}'), states: WITH_ROWS },
  { ...at('resend', 'app/(admin)/log/resend/page.tsx', '/log/resend?status=failed,retrying') },
  {
    ...at('packet', 'app/(admin)/log/packet/page.tsx', '/log/packet?id={failed}'),
    states: WITH_ROWS,
  },
  // It only leads on, and a browser follows that past the stand-in of the public address.
  {
    ...at('settings', 'app/(admin)/settings/page.tsx', '/settings/members'),
    states: ['empty'],
  },
  {
    ...at('settings-alerts-none', 'app/(admin)/settings/alerts/page.tsx', '/settings/alerts'),
    states: ['empty'],
  },
  {
    ...at('settings-alerts', 'app/(admin)/settings/alerts/page.tsx', '/settings/alerts'),
    states: WITH_ROWS,
    before: addAlerts,
  },
  at('settings-members', 'app/(admin)/settings/members/page.tsx', '/settings/members'),
  at('settings-store', 'app/(admin)/settings/store/page.tsx', '/settings/store'),
  at('settings-keeping', 'app/(admin)/settings/keeping/page.tsx', '/settings/keeping'),
  at('settings-tokens', 'app/(admin)/settings/(owner)/tokens/page.tsx', '/settings/tokens'),
  at('settings-audit', 'app/(admin)/settings/(owner)/audit/page.tsx', '/settings/audit'),
  at('profile', 'app/(admin)/profile/page.tsx', '/profile'),
  at('reconcile', 'app/(admin)/reconcile/page.tsx', '/reconcile?period=30d'),
  at('not-found', 'app/(admin)/not-found.tsx', '/log/00000000-0000-7000-8000-000000000000'),
  { ...at('nowhere', 'app/not-found.tsx', '/nowhere'), states: ['empty'] },
  {
    ...at('error', 'app/(admin)/error.tsx', '/affiliates'),
    states: ['empty'],
    lacking: 'affiliate_seen',
  },
  { ...at('fault', 'app/error.tsx', '/'), states: ['empty'], lacking: 'connection' },
  {
    ...at('integration-pixel', 'app/(admin)/integration/page.tsx', '/integration'),
    before: (stage) => stage.admin('merchant', 'set', stage.merchantId, '--method', 'pixel'),
  },
  {
    ...at('sandbox', 'app/(admin)/integration/page.tsx', '/integration'),
    before: (stage) =>
      stage.admin('merchant', 'set', stage.merchantId, '--method', 'api', '--sandbox', 'on'),
  },
  {
    ...at('integration-by-api', 'app/(admin)/integration/page.tsx', '/integration'),
    before: goByApi,
  },
  {
    ...at('products-by-api', 'app/(admin)/products/page.tsx', '/products'),
    lookAt: fetchAccountProducts,
  },
  {
    ...at('transmission-by-api', 'app/(admin)/log/[id]/page.tsx', '/log'),
    states: WITH_ROWS,
    before: sellByApi,
    lookAt: openCalls,
  },
  {
    ...at('no-store', 'app/(welcome)/no-store/page.tsx', '/no-store'),
    states: ['empty'],
    before: (stage) => stage.sql('DELETE FROM membership'),
  },
]

function at(name: string, file: string, path: string): PicturedPage {
  return { name, file, path }
}

async function openDrawer(page: Page): Promise<void> {
  await page.locator('a[href^="/log/0"]').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Open page' }).waitFor()
}
