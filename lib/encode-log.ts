import { BYTE_ORDER_MARK, csvLine } from './csv-writer.ts'
import type { LogFormat } from './domain/log-format.ts'
import { formatDecimal } from './domain/money.ts'
import type { TransmissionRow } from './domain/transmission.ts'
import { text, writeNode } from './xml-writer.ts'

/** Rows of the log as a document that is written piece by piece: head, any number of pages, tail. */
export type LogEncoding = {
  contentType: string
  head: string
  encodePage: (rows: readonly TransmissionRow[]) => string
  tail: string
}

/**
 * The columns, in order, by their names in CSV and XML. Amounts are decimals in
 * `currency`, times ISO 8601 in UTC, what is not there is empty in CSV and has
 * no element in XML (`public/schemas/transmissions.xsd`). JSON Lines hold the
 * rows as `GET /api/transmissions` gives them, amounts in minor units.
 */
export const LOG_COLUMNS: Readonly<Record<string, (row: TransmissionRow) => string>> = {
  id: (row) => row.id,
  type: (row) => row.type,
  status: (row) => row.status,
  reason_code: (row) => row.reasonCode ?? '',
  reason: (row) => row.reason ?? '',
  description: (row) => row.description,
  reference: (row) => row.reference,
  email: (row) => row.email ?? '',
  amount: (row) => formatAmount(row),
  currency: (row) => row.currency ?? '',
  response_code: (row) => String(row.responseCode ?? ''),
  attempt_count: (row) => String(row.attemptCount),
  created_at: (row) => row.createdAt,
  finished_at: (row) => row.finishedAt ?? '',
  next_attempt_at: (row) => row.nextAttemptAt ?? '',
  sandbox: (row) => String(row.isSandbox),
}

export const LOG_ENCODINGS: Readonly<Record<LogFormat, LogEncoding>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    head: BYTE_ORDER_MARK + csvLine(Object.keys(LOG_COLUMNS)),
    encodePage: (rows) => rows.map(toCsvLine).join(''),
    tail: '',
  },
  jsonl: {
    contentType: 'application/jsonl; charset=utf-8',
    head: '',
    encodePage: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    tail: '',
  },
  xml: {
    contentType: 'application/xml; charset=utf-8',
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<transmissions>\n',
    encodePage: (rows) => rows.map(toXmlLine).join(''),
    tail: '</transmissions>\n',
  },
}

function toCsvLine(row: TransmissionRow): string {
  return csvLine(Object.values(LOG_COLUMNS).map((read) => read(row)))
}

function toXmlLine(row: TransmissionRow): string {
  const columns = Object.entries(LOG_COLUMNS)
  const content = columns.flatMap(([name, read]) => text(name, read(row)))
  return `${writeNode({ name: 'transmission', content })}\n`
}

function formatAmount({ amountCents, currency }: TransmissionRow): string {
  return amountCents === null || currency === null
    ? ''
    : formatDecimal({ minorUnits: amountCents, currency })
}
