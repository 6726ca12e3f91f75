'use client'

import type { ReactTable, Row } from '@tanstack/react-table'
import type { Ref } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import type { features } from './columns.tsx'
import { ROLES } from './roles.ts'
import classes from './transmission-table.module.css'

export type TableOfRows = ReactTable<typeof features, TransmissionRow>

type TableRowProps = {
  table: TableOfRows
  row: Row<typeof features, TransmissionRow>
  index: number
  isActive: boolean
  measure?: Ref<HTMLTableRowElement>
}

export function TableRow({ table, row, index, isActive, measure }: TableRowProps) {
  return (
    <tr
      ref={measure}
      {...ROLES.row}
      className={classes.row}
      data-index={index}
      data-active={isActive || undefined}
      aria-rowindex={index + 2}
    >
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} {...ROLES.cell} className={classes.cell} data-column={cell.column.id}>
          <table.FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  )
}
