import { expect, test } from 'vitest'
import { type LogSearch, loadLogSearch } from '#components/log/log-search-params.ts'
import { toChartEdges } from '#components/log-chart/chart-edges.ts'

const now = new Date('2026-11-25T15:10:30Z')

function edgesOf(query: string, timeZone: string): string[] {
  const search: LogSearch = loadLogSearch(new URLSearchParams(query))
  return toChartEdges(search, { now, timeZone }).edges.map((edge) => edge.toISOString())
}

test('a day’s bar begins at midnight of the zone, also where that is half past of UTC', () => {
  expect(edgesOf('range=7d', 'Asia/Kolkata').slice(0, 3)).toEqual([
    '2026-11-18T18:30:00.000Z',
    '2026-11-19T18:30:00.000Z',
    '2026-11-20T18:30:00.000Z',
  ])
})

test('an hour’s bar begins with an hour of the zone’s own clock', () => {
  expect(edgesOf('range=24h', 'Asia/Kathmandu').slice(0, 3)).toEqual([
    '2026-11-24T15:10:00.000Z',
    '2026-11-24T15:15:00.000Z',
    '2026-11-24T16:15:00.000Z',
  ])
})

test('bars end with the minute that is under way, and rise', () => {
  for (const range of ['1h', '24h', '7d', '90d']) {
    const edges = edgesOf(`range=${range}`, 'Australia/Lord_Howe')
    expect(edges.at(-1)).toBe('2026-11-25T15:11:00.000Z')
    expect(edges).toEqual([...new Set(edges)].sort())
  }
})
