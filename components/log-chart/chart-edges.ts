import { type Clock, type Period, toPeriod } from '../log/log-period.ts'
import type { LogSearch } from '../log/log-search-params.ts'
import { addDays, dayInZone, startOfDay, zoneOffsetMs } from '../log/zone-day.ts'

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

function listBorders(stretch: Stretch): Date[] {
  const { unit } = stretch
  if (unit === 'minutes') return localSteps(stretch, STEP_MS)
  if (unit === 'hour') return localSteps(stretch, HOUR_MS)
  return localDays(stretch, unit)
}

/** Whole steps of the zone's own clock, which may go by half hours. */
function localSteps({ from, to, timeZone }: Stretch, stepMs: number): Date[] {
  const borders: Date[] = []
  for (let at = nextStep(from, stepMs, timeZone); at < to; at = nextStep(at, stepMs, timeZone))
    borders.push(at)
  return borders
}

function nextStep(moment: Date, stepMs: number, timeZone: string): Date {
  const at = moment.getTime()
  return new Date(at + stepMs - ((at + zoneOffsetMs(at, timeZone)) % stepMs))
}

function localDays({ from, to, timeZone }: Stretch, unit: 'day' | 'month'): Date[] {
  const borders: Date[] = []
  const last = dayInZone(to, timeZone)
  for (let day = nextDay(dayInZone(from, timeZone), unit); day <= last; day = nextDay(day, unit)) {
    const border = startOfDay(day, timeZone)
    if (border > from && border < to) borders.push(border)
  }
  return borders
}

function nextDay(day: string, unit: ChartUnit): string {
  if (unit === 'day') return addDays(day, 1)
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}
