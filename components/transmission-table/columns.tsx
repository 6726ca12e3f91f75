'use client'

import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { StatusBadge } from '../status-badge.tsx'
import { Countdown } from '../time/countdown.tsx'
import { Moment } from '../time/moment.tsx'
import { SHORT_TYPE_WORDS } from '../words.ts'
import { DescriptionCell } from './description-cell.tsx'

export const features = tableFeatures({ columnVisibilityFeature })

const column = createColumnHelper<typeof features, TransmissionRow>()

export const columns = column.columns([
  column.accessor('status', {
    header: 'Status',
    cell: ({ getValue }) => <StatusBadge status={getValue()} />,
  }),
  column.accessor('type', { header: 'Type', cell: ({ getValue }) => SHORT_TYPE_WORDS[getValue()] }),
  column.accessor('description', {
    header: 'Description',
    cell: ({ row }) => <DescriptionCell transmission={row.original} />,
  }),
  column.accessor('reference', {
    header: 'Reference',
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
  column.accessor('amountCents', {
    header: 'Amount',
    cell: ({ row: { original } }) => amountOf(original),
  }),
  column.accessor('responseCode', { header: 'Code', cell: ({ getValue }) => getValue() }),
  column.accessor('attemptCount', {
    header: 'Attempts',
    cell: ({ getValue }) => (getValue() === 0 ? null : getValue()),
  }),
  column.accessor('createdAt', {
    header: 'Time',
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor('nextAttemptAt', {
    header: 'Next retry',
    cell: ({ row: { original } }) => nextRetryOf(original),
  }),
])

function amountOf({ amountCents, currency }: TransmissionRow): string | null {
  return amountCents === null || currency === null ? null : formatAmount(amountCents, currency)
}

function nextRetryOf({ status, nextAttemptAt }: TransmissionRow) {
  return status === 'retrying' && nextAttemptAt !== null ? (
    <Countdown until={nextAttemptAt} />
  ) : null
}
