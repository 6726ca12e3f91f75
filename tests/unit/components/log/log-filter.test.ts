import { expect, test } from 'vitest'
import { countFilters, toTransmissionFilter } from '#components/log/log-filter.ts'
import { type LogSearch, loadLogSearch, logPath } from '#components/log/log-search-params.ts'

const clock = { now: new Date('2026-11-25T15:00:00Z'), timeZone: 'America/New_York' }

function searchOf(query: string): LogSearch {
  return loadLogSearch(new URLSearchParams(query))
}

test('an address without filters asks for everything', () => {
  expect(toTransmissionFilter(searchOf(''), clock)).toEqual({})
  expect(countFilters(searchOf(''))).toBe(0)
})

test('every filter of the address is asked for', () => {
  const search = searchOf(
    'q=+DEMO-1+&status=failed,held&type=sale&code=4xx&reference=DEMO-1&range=today',
  )
  expect(toTransmissionFilter(search, clock)).toEqual({
    q: 'DEMO-1',
    status: ['failed', 'held'],
    type: 'sale',
    code: '4xx',
    reference: 'DEMO-1',
    from: '2026-11-25T05:00:00.000Z',
  })
  expect(countFilters(search)).toBe(6)
})

test('the last seven days include today, in the merchant’s zone', () => {
  expect(toTransmissionFilter(searchOf('range=7d'), clock)).toEqual({
    from: '2026-11-19T05:00:00.000Z',
  })
})

test('the last chosen day is included to its end', () => {
  expect(
    toTransmissionFilter(searchOf('range=custom&from=2026-11-01&to=2026-11-02'), clock),
  ).toEqual({ from: '2026-11-01T04:00:00.000Z', to: '2026-11-03T05:00:00.000Z' })
})

test('what makes no sense in an address is left out', () => {
  const search = searchOf('status=nonsense&type=cake&code=12&range=ever&from=2026-13-45')
  expect(toTransmissionFilter(search, clock)).toEqual({})
})

test('a filter can be put into an address and read from it', () => {
  const path = logPath({ status: ['failed'], q: 'ann@example.com' })
  expect(searchOf(path.slice(path.indexOf('?') + 1))).toMatchObject({
    status: ['failed'],
    q: 'ann@example.com',
  })
})
