'use client'

import { useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { type LogSearch, logSearchParams, NO_SEARCH } from './log-search-params.ts'

/** The filters in the address, and ways to change them; a change always leads back to the newest rows. */
export function useLogSearch() {
  const [isLoading, startTransition] = useTransition()
  const [search, setSearch] = useQueryStates(logSearchParams, {
    shallow: false,
    history: 'push',
    startTransition,
  })
  return {
    search,
    isLoading,
    change: (changes: Partial<LogSearch>) => void setSearch({ ...changes, cursor: null }),
    /** Leaves no trace in the history, for text that is still being typed. */
    type: (q: string) =>
      void setSearch({ q: q === '' ? null : q, cursor: null }, { history: 'replace' }),
    clear: () => void setSearch({ ...NO_SEARCH, size: search.size }),
  }
}

export type LogSearchControl = ReturnType<typeof useLogSearch>
