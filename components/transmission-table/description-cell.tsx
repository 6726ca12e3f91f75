'use client'

import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { Link } from '../navigation.tsx'
import { SandboxBadge } from '../sandbox/sandbox-badge.tsx'
import { REMOVED_WORDS } from '../words.ts'
import classes from './transmission-table.module.css'

/** The row's link, which covers the whole row, with the reason below in words. */
export function DescriptionCell({ transmission }: { transmission: TransmissionRow }) {
  const { id, description, isSandbox, removed } = transmission
  const reason = transmission.reason ?? (removed === null ? null : REMOVED_WORDS[removed.why])
  return (
    <>
      <Link href={`/log/${id}`} prefetch={false} className={classes.link} title={description}>
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
