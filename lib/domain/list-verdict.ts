/** What a row of an uploaded list would be. */
export const LIST_VERDICTS = ['new', 'changed', 'unchanged', 'faulty'] as const
export type ListVerdict = (typeof LIST_VERDICTS)[number]

export type ListCounts = Record<ListVerdict, number>

/** How many rows of each verdict are shown; all are counted. */
export const SHOWN_ROWS = 100
