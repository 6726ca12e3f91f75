import type { Bar } from './chart-bars.ts'
import type { ChartUnit } from './chart-edges.ts'

const FORMATS: Record<ChartUnit, Intl.DateTimeFormatOptions> = {
  minutes: { hour: 'numeric', minute: '2-digit' },
  hour: { month: 'short', day: 'numeric', hour: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short', year: 'numeric' },
}

/** The stretch of a bar in few words, such as `Nov 25` or `2:05 PM`. */
export function nameStretch(
  { from }: Pick<Bar, 'from'>,
  unit: ChartUnit,
  timeZone: string,
): string {
  const format = new Intl.DateTimeFormat('en-US', { ...FORMATS[unit], timeZone })
  return format.format(from).replaceAll(/[\u202f\u00a0]/g, ' ')
}
