/** One call of ONTRAPORT's API, as the log shows it: the path begins after the version, with its query. */
export type ApiCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body: Record<string, unknown> | null
}

/** ONTRAPORT cuts a list at 50 rows without saying so (a connector's probes; also ONTRAPORT's PHP SDK). */
export const LIST_LIMIT = 50

/** The rows whose field has this value, at the most `LIST_LIMIT` of them. */
export function findCall(object: string, field: string, value: string): ApiCall {
  const condition = [{ field: { field }, op: '=', value: { value } }]
  const query = new URLSearchParams({
    condition: JSON.stringify(condition),
    range: String(LIST_LIMIT),
  })
  return { method: 'GET', path: `/${object}?${query}`, body: null }
}
