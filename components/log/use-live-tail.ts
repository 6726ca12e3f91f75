'use client'

import { useEffect, useState } from 'react'
import type { LogNews, TransmissionRow, TransmissionStatus } from '#lib/domain/transmission.ts'
import type { DeedResult } from '../deed-result.ts'
import { type LogSearch, logPath } from './log-search-params.ts'

export type WatchLog = (wish: {
  search: string
  after: string
  shown: string[]
}) => Promise<DeedResult<LogNews>>

const EVERY_MS = 3_000
const MOVING = new Set<TransmissionStatus>(['queued', 'sending', 'retrying', 'held', 'unconfirmed'])
/** Older than every id, for a log without rows. */
const BEFORE_ALL = '00000000-0000-7000-8000-000000000000'

type LiveTail = { isOn: boolean; search: LogSearch; rows: TransmissionRow[]; watch: WatchLog }

/**
 * Asks every few seconds what is new. Shown rows are brought up to date where
 * they stand; new ones are only counted, so that none moves another.
 */
export function useLiveTail({ isOn, search, rows, watch }: LiveTail) {
  const [news, setNews] = useState<{ of: TransmissionRow[]; news: LogNews } | null>(null)
  useEffect(() => {
    if (!isOn) return
    const wish = {
      search: logPath({ ...search, cursor: null }),
      after: rows[0]?.id ?? BEFORE_ALL,
      shown: rows.filter((row) => MOVING.has(row.status)).map(({ id }) => id),
    }
    let isStopped = false
    let isAsking = false
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible') return
      isAsking = true
      // A question that gets no answer is asked again soon.
      const answer = await watch(wish).catch(() => null)
      isAsking = false
      if (!isStopped && answer?.kind === 'done') setNews({ of: rows, news: answer.value })
    }
    const timer = setInterval(ask, EVERY_MS)
    return () => {
      isStopped = true
      clearInterval(timer)
    }
  }, [isOn, search, rows, watch])
  const current = isOn && news?.of === rows ? news.news : null
  return {
    newCount: search.cursor === null ? (current?.newCount ?? 0) : 0,
    rows: current === null ? rows : refreshed(rows, current.rows),
  }
}

function refreshed(rows: TransmissionRow[], newer: readonly TransmissionRow[]): TransmissionRow[] {
  if (newer.length === 0) return rows
  const byId = new Map(newer.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}
