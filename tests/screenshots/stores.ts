import type { Page } from 'playwright-core'
import { EMPTY_STORE } from './fill-empty.ts'
import { FULL_STORE } from './fill-full.ts'
import { OVERFULL_STORE } from './fill-overfull.ts'
import type { State } from './pages.ts'
import type { Stage } from './stage.ts'

export type Store = {
  merchantId: string
  /** Gives a page of a signed-in owner, and what stands for the names in the list of pages. */
  fill: (stage: Stage) => Promise<{ page: Page; places: Record<string, string> }>
}

export const STORES: Record<State, Store> = {
  empty: EMPTY_STORE,
  full: FULL_STORE,
  overfull: OVERFULL_STORE,
}
