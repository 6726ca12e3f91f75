import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { fetchProducts } from '#app/(admin)/integration/way-actions.ts'
import { AccountProductsSection } from '#components/products/account-products-section.tsx'
import { FeedSection } from '#components/products/feed-section.tsx'
import { ListButtons } from '#components/products/list-buttons.tsx'
import { NextOrderSection } from '#components/products/next-order-section.tsx'
import { loadProductSearch } from '#components/products/product-search-params.ts'
import { ProductsScreen } from '#components/products/products-screen.tsx'
import { SyncSection } from '#components/products/sync-section.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { countProductWarnings } from '#lib/services/count-product-warnings.ts'
import { getAccountProducts } from '#lib/services/get-account-products.ts'
import { getItemFeed } from '#lib/services/get-item-feed.ts'
import { getItemSync } from '#lib/services/get-item-sync.ts'
import { listProducts } from '#lib/services/list-products.ts'
import { previewNextOrder } from '#lib/services/preview-next-order.ts'
import { setProductName } from './actions.ts'
import { importList, previewList } from './list-actions.ts'
import { cancelSync, makeFeedKey, saveKey, startSync } from './store-actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.products }

const PAGE_SIZE = 50

type ProductsPageProps = { searchParams: Promise<SearchParams> }

export default async function ProductsPage({ searchParams }: ProductsPageProps) {
  const access = await requireAccess()
  const { q, cursor, warning, preview } = await loadProductSearch(searchParams)
  const [page, warnings, nextOrder, sync, feed, accountProducts] = await Promise.all([
    listProducts(access, { search: q ?? '', warning, limit: PAGE_SIZE, cursor }),
    countProductWarnings(access),
    previewNextOrder(access, preview),
    getItemSync(access),
    getItemFeed(access),
    getAccountProducts(access),
  ])
  const canEdit = canDo(access.role, 'edit')
  return (
    <ProductsScreen
      products={page.products}
      warnings={warnings}
      nextCursor={page.nextCursor}
      canEdit={canEdit}
      setName={setProductName}
      actions={<ListButtons canEdit={canEdit} deeds={{ previewList, importList }} />}
      accountNames={accountProducts?.names ?? []}
      sections={
        <>
          {accountProducts !== null && (
            <AccountProductsSection
              view={accountProducts}
              canEdit={canEdit}
              fetchProducts={fetchProducts}
              setName={setProductName}
            />
          )}
          <NextOrderSection preview={nextOrder} itemId={preview} />
          <SyncSection panel={sync} canEdit={canEdit} deeds={{ saveKey, startSync, cancelSync }} />
          <FeedSection feed={feed} canEdit={canEdit} makeKey={makeFeedKey} />
        </>
      }
    />
  )
}
