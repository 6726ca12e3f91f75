'use client'

import { Anchor } from '@mantine/core'
import type { ProductRow } from '#lib/domain/product.ts'
import { Link } from '../navigation.tsx'
import { productsPath } from './product-search-params.ts'
import classes from './product-table.module.css'

export function ItemCell({ product }: { product: ProductRow }) {
  const { itemId, description, isKnownToStore } = product
  return (
    <>
      <div className={classes.itemId}>{itemId}</div>
      <div className={classes.description}>
        {isKnownToStore
          ? description
          : 'Not seen in the store yet; the name waits for its first order.'}
      </div>
      <Anchor
        component={Link}
        href={`${productsPath({ preview: itemId })}#next-order`}
        size="xs"
        aria-label={`What the next order would say of ${itemId}`}
      >
        Next order
      </Anchor>
    </>
  )
}
