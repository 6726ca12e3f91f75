'use client'

import { Box, Group, Paper, Stack, VisuallyHidden } from '@mantine/core'
import { useQueryStates } from 'nuqs'
import { type ReactNode, useTransition } from 'react'
import type { ListedProductRow } from '#lib/domain/product.ts'
import type { WarningCounts } from '#lib/domain/product-warnings.ts'
import { HelpNote } from '../help/help-note.tsx'
import { ListPages } from '../list-pages.tsx'
import { PageHeader } from '../page-header.tsx'
import { SearchBox } from '../search-box.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { AccountNames } from './account-names.tsx'
import { AddMapping } from './add-mapping.tsx'
import { ProductEmpty } from './product-empty.tsx'
import { productSearchParams, productsPath } from './product-search-params.ts'
import { ProductTable } from './product-table.tsx'
import classes from './products-screen.module.css'
import type { SetName } from './use-set-name.tsx'
import { WarningFilter } from './warning-filter.tsx'

const TEXTS = PRODUCTS_TEXTS.productsScreen

type ProductsScreenProps = {
  products: ListedProductRow[]
  warnings: WarningCounts
  nextCursor: string | null
  canEdit: boolean
  setName: SetName
  /** What the products of ONTRAPORT's account are called, where that is known. */
  accountNames: string[]
  /** Stand beside the page's own action. */
  actions: ReactNode
  /** Where the items come from and who reads them, below the list. */
  sections: ReactNode
}

export function ProductsScreen(props: ProductsScreenProps) {
  const { products, nextCursor, canEdit, setName } = props
  const [isLoading, startTransition] = useTransition()
  const [{ q, cursor, warning }, setSearch] = useQueryStates(productSearchParams, {
    shallow: false,
    startTransition,
  })
  const search = (text: string) => void setSearch({ q: text === '' ? null : text, cursor: null })
  return (
    <AccountNames names={props.accountNames}>
      <PageHeader
        title={TEXTS.title}
        description={TEXTS.description}
        action={
          <Group gap="xs">
            {props.actions}
            {canEdit && <AddMapping setName={setName} />}
          </Group>
        }
      />
      <search className={classes.search}>
        <SearchBox
          label={TEXTS.searchTheProducts}
          placeholder={TEXTS.placeholder}
          value={q ?? ''}
          onSearch={search}
        />
      </search>
      <Box mb="md">
        <WarningFilter
          counts={props.warnings}
          chosen={warning}
          choose={(chosen) => void setSearch({ warning: chosen, cursor: null })}
        />
      </Box>
      <VisuallyHidden role="status">
        {isLoading ? TEXTS.loading : TEXTS.productsShown(products.length)}
      </VisuallyHidden>
      <Paper className={classes.paper}>
        {products.length === 0 ? (
          <ProductEmpty
            isSearch={q !== null || cursor !== null || warning !== null}
            onClear={() => void setSearch({ q: null, warning: null, cursor: null })}
          />
        ) : (
          <ProductTable
            products={products}
            canEdit={canEdit}
            setName={setName}
            isLoading={isLoading}
          />
        )}
      </Paper>
      <Stack gap="xs" mt="lg">
        {products.some((product) => product.sameNameAs.length > 0) && (
          <HelpNote topic="item-twice" />
        )}
        <HelpNote topic="tags" />
      </Stack>
      <Stack gap="lg" mt="lg">
        <ListPages
          of="products"
          cursor={cursor}
          nextCursor={nextCursor}
          pathOf={(to) => productsPath({ q, warning, cursor: to })}
        />
        {props.sections}
      </Stack>
    </AccountNames>
  )
}
