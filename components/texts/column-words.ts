/** The columns of the log, in their order. */
export const COLUMN_IDS = [
  'status',
  'type',
  'description',
  'reference',
  'email',
  'amountCents',
  'responseCode',
  'attemptCount',
  'duration',
  'createdAt',
  'nextAttemptAt',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** How each is called, and how wide it stands in the table. */
export const COLUMN_WORDS: Record<ColumnId, { label: string; width: string; minPx: number }> = {
  status: { label: 'Status', width: '112px', minPx: 112 },
  type: { label: 'Type', width: '70px', minPx: 70 },
  description: { label: 'Description', width: 'minmax(170px, 1fr)', minPx: 170 },
  reference: { label: 'Reference', width: '120px', minPx: 120 },
  email: { label: 'Email', width: '150px', minPx: 150 },
  amountCents: { label: 'Amount', width: '78px', minPx: 78 },
  responseCode: { label: 'Code', width: '36px', minPx: 36 },
  attemptCount: { label: 'Tries', width: '34px', minPx: 34 },
  duration: { label: 'Took', width: '54px', minPx: 54 },
  createdAt: { label: 'Time', width: '124px', minPx: 124 },
  nextAttemptAt: { label: 'Next retry', width: '90px', minPx: 90 },
}

/** These make a row what it is. */
export const FIXED_COLUMNS: readonly ColumnId[] = ['status', 'description']
