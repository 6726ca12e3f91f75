'use client'

import { useTable } from '@tanstack/react-table'
import { type CSSProperties, useId } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { COLUMN_IDS, COLUMN_WORDS, type ColumnId } from '../texts/column-words.ts'
import { columns, features } from './columns.tsx'
import { ROLES } from './roles.ts'
import { TableRows } from './table-rows.tsx'
import classes from './transmission-table.module.css'

type TransmissionTableProps = {
  caption: string
  transmissions: TransmissionRow[]
  /** Leaves out what only the full log needs. */
  isCompact?: boolean
  isLoading?: boolean
  hiddenColumns?: readonly ColumnId[]
  /** One line a row. */
  isDense?: boolean
  /** The row that is looked at. */
  activeId?: string | null
}

const COMPACT = [
  'type',
  'email',
  'attemptCount',
  'duration',
  'nextAttemptAt',
  'reference',
] as const satisfies readonly ColumnId[]
const USUAL = ['email'] as const satisfies readonly ColumnId[]

/** Rows of the log; in narrow places each row becomes a card. */
export function TransmissionTable(props: TransmissionTableProps) {
  const captionId = useId()
  const { transmissions, isCompact, isLoading, activeId = null } = props
  const hidden = isCompact ? COMPACT : (props.hiddenColumns ?? USUAL)
  const table = useTable({
    features,
    columns,
    data: transmissions,
    getRowId: ({ id }) => id,
    state: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
  })
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        style={layOut(hidden)}
        data-dense={props.isDense || undefined}
        data-loading={isLoading || undefined}
        aria-labelledby={captionId}
        aria-busy={isLoading}
        aria-rowcount={transmissions.length + 1}
        {...ROLES.table}
      >
        <caption id={captionId} className={classes.caption}>
          {props.caption}
        </caption>
        <thead {...ROLES.rowgroup} className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} {...ROLES.row} className={classes.row} aria-rowindex={1}>
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
        <TableRows table={table} activeId={activeId} columns={hidden.join()} />
      </table>
    </div>
  )
}

/** As in the style sheet: between columns, and beside the first and the last. */
const GAP_PX = 8
const SIDE_PX = 20

function layOut(hidden: readonly ColumnId[]): CSSProperties & Record<`--${string}`, string> {
  const shown = COLUMN_IDS.filter((id) => !hidden.includes(id))
  const widths = shown.reduce((sum, id) => sum + COLUMN_WORDS[id].minPx + GAP_PX, 0)
  return {
    '--columns': shown.map((id) => COLUMN_WORDS[id].width).join(' '),
    '--row-width': `${widths - GAP_PX + 2 * SIDE_PX}px`,
  }
}
