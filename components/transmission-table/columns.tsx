'use client'

import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { StatusBadge } from '../status-badge.tsx'
import { COLUMN_WORDS } from '../texts/column-words.ts'
import { SHORT_TYPE_WORDS } from '../texts/words.ts'
import { Countdown } from '../time/countdown.tsx'
import { formatDuration } from '../time/duration.ts'
import { Moment } from '../time/moment.tsx'
import { DescriptionCell } from './description-cell.tsx'
import classes from './transmission-table.module.css'

export const features = tableFeatures({ columnVisibilityFeature })

const column = createColumnHelper<typeof features, TransmissionRow>()

export const columns = column.columns([
  column.accessor('status', {
    header: COLUMN_WORDS.status.label,
    cell: ({ getValue }) => <StatusBadge status={getValue()} />,
  }),
  column.accessor('type', {
    header: COLUMN_WORDS.type.label,
    cell: ({ getValue }) => SHORT_TYPE_WORDS[getValue()],
  }),
  column.accessor('description', {
    header: COLUMN_WORDS.description.label,
    cell: ({ row }) => <DescriptionCell transmission={row.original} />,
  }),
  column.accessor('reference', {
    header: COLUMN_WORDS.reference.label,
    cell: ({ getValue }) => (
      <span className={classes.reference} title={getValue()}>
        <bdi>{getValue()}</bdi>
      </span>
    ),
  }),
  column.accessor('email', {
    header: COLUMN_WORDS.email.label,
    cell: ({ getValue }) => <span title={getValue() ?? undefined}>{getValue()}</span>,
  }),
  column.accessor('amountCents', {
    header: COLUMN_WORDS.amountCents.label,
    cell: ({ row: { original } }) => amountOf(original),
  }),
  column.accessor('responseCode', {
    header: COLUMN_WORDS.responseCode.label,
    cell: ({ getValue }) => getValue(),
  }),
  column.accessor('attemptCount', {
    header: COLUMN_WORDS.attemptCount.label,
    cell: ({ getValue }) => (getValue() === 0 ? null : getValue()),
  }),
  column.accessor('finishedAt', {
    id: 'duration',
    header: COLUMN_WORDS.duration.label,
    cell: ({ row: { original } }) => durationOf(original),
  }),
  column.accessor('createdAt', {
    header: COLUMN_WORDS.createdAt.label,
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor('nextAttemptAt', {
    header: COLUMN_WORDS.nextAttemptAt.label,
    cell: ({ row: { original } }) => nextRetryOf(original),
  }),
])

function amountOf({ amountCents, currency }: TransmissionRow): string | null {
  return amountCents === null || currency === null ? null : formatAmount(amountCents, currency)
}

/** From arrival to the end; what was skipped took no time. */
function durationOf({ status, createdAt, finishedAt }: TransmissionRow): string | null {
  if (finishedAt === null || status === 'skipped') return null
  return formatDuration(Date.parse(finishedAt) - Date.parse(createdAt))
}

function nextRetryOf({ status, nextAttemptAt }: TransmissionRow) {
  return status === 'retrying' && nextAttemptAt !== null ? (
    <Countdown until={nextAttemptAt} />
  ) : null
}
