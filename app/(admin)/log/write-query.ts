import type { SearchParams } from 'nuqs/server'

/** The same parameters as text, such as `?status=failed`; empty when there are none. */
export function writeQuery(searchParams: SearchParams): string {
  const pairs = Object.entries(searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
