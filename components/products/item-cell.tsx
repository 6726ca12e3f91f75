'use client'

import { Anchor } from '@mantine/core'
import type { ProductRow } from '#lib/domain/product.ts'
import { Link } from '../navigation.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { productsPath } from './product-search-params.ts'
import classes from './product-table.module.css'

const TEXTS = PRODUCTS_TEXTS.itemCell

export function ItemCell({ product }: { product: ProductRow }) {
  const { itemId, description, isKnownToStore } = product
  return (
    <>
      <div className={classes.itemId}>{itemId}</div>
      <div className={classes.description}>{isKnownToStore ? description : TEXTS.notSeenInThe}</div>
      <Anchor
        component={Link}
        href={`${productsPath({ preview: itemId })}#next-order`}
        size="xs"
        aria-label={TEXTS.whatTheNextOrder(itemId)}
      >
        {TEXTS.nextOrder}
      </Anchor>
    </>
  )
}
