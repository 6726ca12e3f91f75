'use client'

import { Suspense } from 'react'
import { later } from '../later.ts'
import { ROLES } from './roles.ts'
import { type TableOfRows, TableRow } from './table-row.tsx'

const VirtualRows = later(() => import('./virtual-rows.tsx').then((file) => file.VirtualRows))

type TableRowsProps = { table: TableOfRows; activeId: string | null; columns: string }

/** More rows than that are drawn only where they are in sight. */
const MOST_DRAWN = 120

export function TableRows(props: TableRowsProps) {
  if (props.table.getRowModel().rows.length <= MOST_DRAWN) return <AllRows {...props} />
  return (
    <Suspense fallback={<AllRows {...props} />}>
      <VirtualRows {...props} />
    </Suspense>
  )
}

/** The first of them, and all where they are not too many. */
function AllRows({ table, activeId, columns }: TableRowsProps) {
  const rows = table.getRowModel().rows.slice(0, MOST_DRAWN)
  return (
    <tbody {...ROLES.rowgroup}>
      {rows.map((row, index) => (
        <TableRow
          key={row.id}
          table={table}
          row={row}
          index={index}
          isActive={row.id === activeId}
          columns={columns}
        />
      ))}
    </tbody>
  )
}
