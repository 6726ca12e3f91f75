import type { SearchParams } from 'nuqs/server'
import { toTransmissionFilter } from '#components/log/log-filter.ts'
import { loadLogSearch } from '#components/log/log-search-params.ts'
import { requireViewer } from '#lib/auth.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { getConnection } from '#lib/services/get-connection.ts'

/** The log's filter as it stands in an address: that of the log itself, of a download or of a deed on all that it finds. */
export async function readLogFilter(
  access: Access,
  address: Request | SearchParams | Promise<SearchParams>,
): Promise<TransmissionFilter> {
  const [search, viewer, store] = await Promise.all([
    loadLogSearch(await address),
    requireViewer(),
    getConnection(access),
  ])
  const timeZone = viewer.timeZone ?? store.timeZone
  return toTransmissionFilter(search, { now: new Date(), timeZone })
}
