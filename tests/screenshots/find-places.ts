import type { Stage } from './stage.ts'

/** The ids that stand for the names in the list of pages: a sale that failed, was sent and is held; of many lines where there is a choice. */
export async function findPlaces({ sql }: Stage): Promise<Record<string, string>> {
  const rows = await sql(`
    SELECT DISTINCT ON (status) status, id::text
    FROM transmission JOIN transmission_body b ON b.transmission_id = id
    WHERE type = 'sale' AND status IN ('failed', 'sent', 'held')
    ORDER BY status, coalesce(length(b.packed_lines), 0) DESC, id DESC`)
  return Object.fromEntries(rows.map(({ status, id }) => [String(status), String(id)]))
}
