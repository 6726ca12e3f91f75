import type { ProductRow } from '#lib/domain/product.ts'
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
    </>
  )
}
