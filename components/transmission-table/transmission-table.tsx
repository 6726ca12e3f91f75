'use client'

import { useTable } from '@tanstack/react-table'
import { useId } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { columns, features } from './columns.tsx'
import classes from './transmission-table.module.css'

type TransmissionTableProps = {
  caption: string
  transmissions: TransmissionRow[]
  /** Leaves out what only the full log needs. */
  isCompact?: boolean
  isLoading?: boolean
}

const EVERYTHING = {}
const COMPACT = { type: false, attemptCount: false, nextAttemptAt: false, reference: false }

/** Written out, since some browsers take the roles from a table that is laid out as a grid. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

/** Rows of the log; in narrow places each row becomes a card. */
export function TransmissionTable(props: TransmissionTableProps) {
  const captionId = useId()
  const columnVisibility = props.isCompact ? COMPACT : EVERYTHING
  const table = useTable({
    features,
    columns,
    data: props.transmissions,
    getRowId: ({ id }) => id,
    state: { columnVisibility },
  })
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        data-compact={props.isCompact || undefined}
        data-loading={props.isLoading || undefined}
        aria-labelledby={captionId}
        aria-busy={props.isLoading}
        {...ROLES.table}
      >
        <caption id={captionId} className={classes.caption}>
          {props.caption}
        </caption>
        <thead {...ROLES.rowgroup} className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} {...ROLES.row} className={classes.row}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  {...ROLES.columnheader}
                  className={classes.cell}
                  data-column={header.column.id}
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody {...ROLES.rowgroup}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} {...ROLES.row} className={classes.row}>
              {row.getVisibleCells().map((cell) => (
                <td
                  key={cell.id}
                  {...ROLES.cell}
                  className={classes.cell}
                  data-column={cell.column.id}
                >
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
