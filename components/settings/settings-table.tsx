import type { ReactNode } from 'react'
import { Table } from '../table.tsx'
import classes from './settings-table.module.css'

type SettingsTableProps = {
  label: string
  columns: readonly ReactNode[]
  /** Other rows are on their way. */
  isLoading?: boolean
  children: ReactNode
}

/** A short table; on a narrow screen each row becomes a block, in which cells with a `data-label` say what they are. */
export function SettingsTable({ label, columns, isLoading = false, children }: SettingsTableProps) {
  return (
    <div className={classes.frame}>
      <Table
        className={classes.table}
        aria-label={label}
        aria-busy={isLoading}
        data-loading={isLoading || undefined}
      >
        <thead>
          <tr>
            {columns.map((column, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stay where they are.
              <th key={place}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </div>
  )
}
