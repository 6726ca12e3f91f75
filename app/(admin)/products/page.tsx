import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { loadProductSearch } from '#components/products/product-search-params.ts'
import { ProductsScreen } from '#components/products/products-screen.tsx'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { listProducts } from '#lib/services/list-products.ts'
import { setProductName } from './actions.ts'

export const metadata: Metadata = { title: 'Products' }

const PAGE_SIZE = 50

type ProductsPageProps = { searchParams: Promise<SearchParams> }

export default async function ProductsPage({ searchParams }: ProductsPageProps) {
  const access = await requireAccess()
  const { q, cursor } = await loadProductSearch(searchParams)
  const page = await listProducts(access, { search: q ?? '', limit: PAGE_SIZE, cursor })
  return (
    <ProductsScreen
      products={page.products}
      nextCursor={page.nextCursor}
      canEdit={canDo(access.role, 'edit')}
      setName={setProductName}
    />
  )
}
