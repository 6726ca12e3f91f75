import type { ComponentProps } from 'react'
import classes from './table.module.css'

type TableProps = ComponentProps<'table'> & {
  /** The room above and below what a cell says. */
  spacing?: 'usual' | 'tight' | 'none'
}

/**
 * A table in the product's look, of plain elements. A cell can be `data-align="right"`,
 * `data-strong` and `data-dim`.
 */
export function Table({ spacing = 'usual', className, ...table }: TableProps) {
  const names = className === undefined ? classes.table : `${classes.table} ${className}`
  return <table {...table} className={names} data-spacing={spacing} />
}

type TableScrollerProps = ComponentProps<'section'> & { label: string; maxHeight?: number }

/** Lets a table scroll by itself; the keyboard reaches it. */
export function TableScroller({ label, maxHeight, children }: TableScrollerProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={classes.scroller} style={{ maxHeight }} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
