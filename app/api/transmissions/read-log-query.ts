import { z } from 'zod'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { filterFields } from '#lib/read-transmission-filter.ts'

export type LogQuery = {
  filter: TransmissionFilter
  page: { limit: number; cursor: string | null }
}

const DEFAULT_LIMIT = 50
const limitFault = 'takes a number from 1 to 200'

const schema = z.strictObject({
  ...filterFields,
  limit: z.coerce
    .number(limitFault)
    .int(limitFault)
    .min(1, limitFault)
    .max(200, limitFault)
    .default(DEFAULT_LIMIT),
  cursor: z.string().default(''),
})

/**
 * Reads the query of `GET /api/transmissions`. Empty parameters count as absent;
 * of a repeated one the values are joined. `malformed` names the parameter.
 */
export function readLogQuery(query: URLSearchParams): LogQuery {
  const given = [...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')])
  const result = schema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== '')))
  if (!result.success) throw new AppError('malformed', describeFault(result.error))
  const { limit, cursor, ...filter } = result.data
  return { filter: filter, page: { limit, cursor: cursor === '' ? null : cursor } }
}

function describeFault({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === 'unrecognized_keys')
    return `There is no parameter ${issue.keys[0]}. Parameters: ${Object.keys(schema.shape).join(', ')}.`
  return `${String(issue?.path[0] ?? 'The query')} ${issue?.message ?? 'is not right'}.`
}
