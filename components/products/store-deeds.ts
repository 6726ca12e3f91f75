import type { MadeFeedKey } from '#lib/domain/item-feed.ts'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import type { SimpleKeyTest } from '#lib/domain/simple-key.ts'
import type { ListDeeds } from '../list-import/list-deeds.ts'
import type { Deed } from '../use-deed.ts'

/** What can be done with the store's items at UltraCart. */
export type SyncDeeds = {
  saveKey: Deed<[simpleKey: string], SimpleKeyTest>
  startSync: Deed<[scope: 'all' | 'changes'], null>
  cancelSync: Deed<[], null>
}

export type MakeFeedKey = Deed<[], MadeFeedKey>

export type ProductListDeeds = ListDeeds<ProductListPlan, ProductListPlan['counts']>
