'use client'

import { ROLES } from './roles.ts'
import { type TableOfRows, TableRow } from './table-row.tsx'
import { VirtualRows } from './virtual-rows.tsx'

type TableRowsProps = { table: TableOfRows; activeId: string | null }

/** More rows than that are drawn only where they are in sight. */
const MOST_DRAWN = 120

export function TableRows({ table, activeId }: TableRowsProps) {
  const { rows } = table.getRowModel()
  if (rows.length > MOST_DRAWN) return <VirtualRows table={table} activeId={activeId} />
  return (
    <tbody {...ROLES.rowgroup}>
      {rows.map((row, index) => (
        <TableRow
          key={row.id}
          table={table}
          row={row}
          index={index}
          isActive={row.id === activeId}
        />
      ))}
    </tbody>
  )
}
