import { type Clock, type Period, toPeriod } from '../log/log-period.ts'
import type { LogSearch } from '../log/log-search-params.ts'
import { addDays, dayInZone, startOfDay } from '../log/zone-day.ts'

export type ChartUnit = 'minutes' | 'hour' | 'day' | 'month'
export type ChartEdges = { edges: Date[]; unit: ChartUnit }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const STEP_MS = 5 * MINUTE_MS
/** What a chart shows when no time was chosen. */
const USUAL_DAYS = 30
const MOST_EDGES = 400

/** Where the bars of a search begin and end: whole minutes, rising; hours, days and months of the merchant's zone. */
export function toChartEdges(search: LogSearch, clock: Clock): ChartEdges {
  const { from, to } = toMoments(toPeriod(search, clock), clock)
  const unit = chooseUnit(to.getTime() - from.getTime())
  const inner = listBorders({ from, to, unit, timeZone: clock.timeZone })
  return { edges: [from, ...inner, to].slice(-MOST_EDGES), unit }
}

function toMoments(period: Period, { now, timeZone }: Clock): { from: Date; to: Date } {
  const last = new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS)
  const usual = startOfDay(addDays(dayInZone(now, timeZone), 1 - USUAL_DAYS), timeZone)
  const to = period.to === undefined ? last : new Date(period.to)
  const from = period.from === undefined ? earlier(usual, to) : new Date(period.from)
  const begin = new Date(Math.floor(from.getTime() / MINUTE_MS) * MINUTE_MS)
  return begin < to
    ? { from: begin, to }
    : { from: begin, to: new Date(begin.getTime() + MINUTE_MS) }
}

function earlier(usual: Date, to: Date): Date {
  return usual < to ? usual : new Date(to.getTime() - USUAL_DAYS * DAY_MS)
}

function chooseUnit(lengthMs: number): ChartUnit {
  if (lengthMs <= 3 * HOUR_MS) return 'minutes'
  if (lengthMs <= 3 * DAY_MS) return 'hour'
  return lengthMs <= 120 * DAY_MS ? 'day' : 'month'
}

type Stretch = { from: Date; to: Date; unit: ChartUnit; timeZone: string }

function listBorders({ from, to, unit, timeZone }: Stretch): Date[] {
  if (unit === 'minutes') return everyMs(from, to, STEP_MS)
  if (unit === 'hour') return everyMs(from, to, HOUR_MS)
  const borders: Date[] = []
  const last = dayInZone(to, timeZone)
  for (let day = nextDay(dayInZone(from, timeZone), unit); day <= last; day = nextDay(day, unit)) {
    const border = wholeHour(startOfDay(day, timeZone))
    if (border > from && border < to) borders.push(border)
  }
  return borders
}

function everyMs(from: Date, to: Date, stepMs: number): Date[] {
  const borders: Date[] = []
  let at = (Math.floor(from.getTime() / stepMs) + 1) * stepMs
  for (; at < to.getTime(); at += stepMs) borders.push(new Date(at))
  return borders
}

function nextDay(day: string, unit: ChartUnit): string {
  if (unit === 'day') return addDays(day, 1)
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}

/** Counts are kept by the hour; where midnight lies within one, the bar begins with that hour. */
function wholeHour(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS)
}
