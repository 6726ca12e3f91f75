import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './product-table.module.css'

const LISTED = 3

/** Two items under one name look like the same product twice in ONTRAPORT. */
export function SameNameWarning({ itemIds }: { itemIds: string[] }) {
  if (itemIds.length === 0) return null
  const listed = itemIds.slice(0, LISTED).join(', ')
  const more = itemIds.length > LISTED ? ` and ${itemIds.length - LISTED} more` : ''
  return (
    <p className={classes.warning} style={{ marginBottom: 0 }}>
      <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
      <span>
        Same name as {listed}
        {more}: ONTRAPORT cannot tell them apart. Give each its own name.
      </span>
    </p>
  )
}
