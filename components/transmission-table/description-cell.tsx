'use client'

import type { MouseEvent } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { Link } from '../navigation.tsx'
import { SandboxBadge } from '../sandbox/sandbox-badge.tsx'
import { REMOVED_WORDS } from '../texts/words.ts'
import { useChooseRow } from './choose-row.tsx'
import classes from './transmission-table.module.css'

/** The row's link, which covers the whole row, with the reason below in words. */
export function DescriptionCell({ transmission }: { transmission: TransmissionRow }) {
  const { id, description, isSandbox, removed } = transmission
  const reason = transmission.reason ?? (removed === null ? null : REMOVED_WORDS[removed.why])
  const choose = useChooseRow()
  const peek = (event: MouseEvent) => {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (choose === null || !isPlain || event.button !== 0) return
    event.preventDefault()
    choose(id)
  }
  return (
    <>
      <Link
        href={`/log/${id}`}
        prefetch={false}
        className={classes.link}
        title={description}
        data-row={id}
        onClick={peek}
      >
        {description}
      </Link>
      {isSandbox && <SandboxBadge />}
      {reason !== null && (
        <span className={classes.reason} title={reason}>
          {reason}
        </span>
      )}
    </>
  )
}
