'use client'

import { parseAsString, useQueryState } from 'nuqs'

/** Which row stands in the drawer: in the address, so that it can be shared, and without loading the list anew. */
export function usePeek() {
  const [peekId, setPeekId] = useQueryState('peek', parseAsString.withOptions({ shallow: true }))
  return {
    peekId,
    /** The way back closes it. */
    open: (id: string) => void setPeekId(id, { history: peekId === null ? 'push' : 'replace' }),
    close: () => void setPeekId(null, { history: 'replace' }),
  }
}
