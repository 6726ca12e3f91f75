import type { Db } from './client.ts'

/** The moments at which these days begin in a zone, in their order. */
export async function startOfDays(
  db: Db,
  days: readonly string[],
  timeZone: string,
): Promise<Date[]> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    SELECT day::timestamp AT TIME ZONE ${timeZone} AS at
    FROM unnest(${[...days]}::text[]) WITH ORDINALITY AS given (day, place) ORDER BY place`
  return rows.map(({ at }) => at)
}
