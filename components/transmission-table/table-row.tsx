'use client'

import type { ReactTable, Row } from '@tanstack/react-table'
import { memo, type Ref } from 'react'
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
  /** Which columns are shown; the row knows them, and has to be drawn anew when they change. */
  columns: string
  measure?: Ref<HTMLTableRowElement>
}

/** Drawn once, however often the rows around it come and go. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { table, row, index, isActive, measure } = props
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
})
