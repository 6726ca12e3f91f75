import type { MadeFeedKey } from '#lib/domain/item-feed.ts'
import type { SimpleKeyTest } from '#lib/domain/item-sync.ts'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import type { Deed } from '../use-deed.ts'

/** What can be done with the store's items at UltraCart. */
export type SyncDeeds = {
  saveKey: Deed<[simpleKey: string], SimpleKeyTest>
  startSync: Deed<[scope: 'all' | 'changes'], null>
  cancelSync: Deed<[], null>
}

export type MakeFeedKey = Deed<[], MadeFeedKey>

/** What can be done with an uploaded list; each form holds it as `file`. */
export type ProductListDeeds = {
  previewList: Deed<[form: FormData], ProductListPlan>
  importList: Deed<[form: FormData], ProductListPlan['counts']>
}
