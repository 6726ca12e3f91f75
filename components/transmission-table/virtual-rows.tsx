'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { ROLES } from './roles.ts'
import { type TableOfRows, TableRow } from './table-row.tsx'

type VirtualRowsProps = { table: TableOfRows; activeId: string | null; columns: string }

const USUAL_HEIGHT_PX = 66
const FIRST_SIGHT = { width: 1_280, height: 900 }

/** Only the rows in sight and a few around them; the space of the others is kept free. */
export function VirtualRows({ table, activeId, columns }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows } = table.getRowModel()
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => USUAL_HEIGHT_PX,
    overscan: 10,
    // Rows may come a frame after the scroll: enough of them stand ready.
    useFlushSync: false,
    initialRect: FIRST_SIGHT,
    scrollMargin: useTop(body),
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const activeIndex = rows.findIndex(({ id }) => id === activeId)
  useEffect(() => {
    if (activeIndex !== -1) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtualizer])
  const items = virtualizer.getVirtualItems()
  const margin = virtualizer.options.scrollMargin
  const above = (items.at(0)?.start ?? margin) - margin
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  return (
    <tbody
      ref={body}
      {...ROLES.rowgroup}
      style={{ paddingTop: above, paddingBottom: Math.max(0, below) }}
    >
      {items.map(({ index, key }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <TableRow
            key={key}
            table={table}
            row={row}
            index={index}
            isActive={index === activeIndex}
            columns={columns}
            measure={virtualizer.measureElement}
          />
        )
      })}
    </tbody>
  )
}

/** How far below the top of the page the rows begin. */
function useTop(body: RefObject<HTMLTableSectionElement | null>): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const measure = () => {
      if (body.current !== null)
        setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body])
  return top
}
