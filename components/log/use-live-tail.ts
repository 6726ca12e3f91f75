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
/** The clocks of the processes that make ids may differ. */
const LEEWAY_MS = 60_000

type LiveTail = {
  isOn: boolean
  search: LogSearch
  rows: TransmissionRow[]
  /** When they were read; ISO 8601. */
  loadedAt: string
  watch: WatchLog
}

/**
 * Asks every few seconds what is new. Shown rows are brought up to date where
 * they stand; new ones are only counted, so that none moves another.
 */
export function useLiveTail({ isOn, search, rows, loadedAt, watch }: LiveTail) {
  const [news, setNews] = useState<{ of: TransmissionRow[]; news: LogNews } | null>(null)
  useEffect(() => {
    if (!isOn) return
    const wish = {
      search: logPath({ ...search, cursor: null }),
      after: findStart(rows, loadedAt),
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
  }, [isOn, search, rows, loadedAt, watch])
  const current = isOn && news?.of === rows ? news.news : null
  return {
    newCount: search.cursor === null ? (current?.newCount ?? 0) : 0,
    rows: current === null ? rows : refreshed(rows, current.rows),
  }
}

/** What was there when the page was read need not be looked through for newer ones again and again. */
function findStart(rows: readonly TransmissionRow[], loadedAt: string): string {
  const [newest] = rows
  const loaded = firstIdOf(Date.parse(loadedAt) - LEEWAY_MS)
  return newest !== undefined && newest.id > loaded ? newest.id : loaded
}

/** The smallest id of a millisecond: the first 48 bits of a UUID version 7 are its time. */
function firstIdOf(ms: number): string {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

function refreshed(rows: TransmissionRow[], newer: readonly TransmissionRow[]): TransmissionRow[] {
  if (newer.length === 0) return rows
  const byId = new Map(newer.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}
