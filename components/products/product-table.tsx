'use client'

import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useId, useMemo } from 'react'
import type { ListedProductRow } from '#lib/domain/product.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { ItemCell } from './item-cell.tsx'
import { NameCell } from './name-cell.tsx'
import classes from './product-table.module.css'
import type { SetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.productTable

type ProductTableProps = {
  products: ListedProductRow[]
  canEdit: boolean
  setName: SetName
  isLoading?: boolean
}

const features = tableFeatures({})
const column = createColumnHelper<typeof features, ListedProductRow>()

/** The items with the name that ONTRAPORT gets for each, changed in place. */
export function ProductTable({ products, canEdit, setName, isLoading }: ProductTableProps) {
  const captionId = useId()
  const columns = useMemo(() => makeColumns(canEdit, setName), [canEdit, setName])
  const table = useTable({ features, columns, data: products, getRowId: ({ itemId }) => itemId })
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        aria-labelledby={captionId}
        aria-busy={isLoading}
        data-loading={isLoading || undefined}
      >
        <caption id={captionId} className={classes.caption}>
          {TEXTS.itemsAndTheProduct}
        </caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" data-column={header.column.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} data-column={cell.column.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function makeColumns(canEdit: boolean, setName: SetName) {
  return column.columns([
    column.accessor('itemId', {
      header: TEXTS.item,
      cell: ({ row }) => <ItemCell product={row.original} />,
    }),
    column.accessor('oapProductId', {
      header: TEXTS.oapproductidField,
      cell: ({ getValue }) => getValue(),
    }),
    column.accessor('nameSent', {
      header: TEXTS.productNameInOntraport,
      cell: ({ row }) => <NameCell product={row.original} canEdit={canEdit} setName={setName} />,
    }),
  ])
}
