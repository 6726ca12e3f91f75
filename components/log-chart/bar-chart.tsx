'use client'

import { CHART_TEXTS } from '../texts/log-chart.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import classes from './bar-chart.module.css'
import type { Bar, Series } from './chart-bars.ts'
import type { ChartUnit } from './chart-edges.ts'
import { nameStretch } from './name-stretch.ts'
import colours from './series-colour.module.css'

export type ChartProps = {
  bars: Bar[]
  series: Series[]
  unit: ChartUnit
  onChoose: (bar: Bar) => void
}

const HEIGHT = 100
/** What a bar leaves free beside it. */
const GAP = 0.22

/** Stacked bars. For the eye and the mouse; the table beside it says the same to everybody. */
export function BarChart({ bars, series, unit, onChoose }: ChartProps) {
  const timeZone = useTimeZone()
  const highest = Math.max(1, ...bars.map(({ total }) => total))
  const isEmpty = bars.every(({ total }) => total === 0)
  const [first, last] = [bars.at(0), bars.at(-1)]
  return (
    <div className={classes.chart} aria-hidden>
      <span className={classes.highest}>{isEmpty ? '' : highest.toLocaleString('en-US')}</span>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${bars.length} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <title>{CHART_TEXTS.barChart.transmissionsOverTime}</title>
        {bars.map((bar, index) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: its table has a button for each bar.
          <g
            key={bar.from.getTime()}
            className={classes.bar}
            data-empty={bar.total === 0 || undefined}
            onClick={() => onChoose(bar)}
          >
            <title>{`${nameStretch(bar, unit, timeZone)}: ${bar.total}`}</title>
            <rect className={classes.reach} x={index} y={0} width={1} height={HEIGHT} />
            <Parts bar={bar} series={series} index={index} highest={highest} />
          </g>
        ))}
      </svg>
      <div className={classes.ends}>
        <span>{first === undefined ? '' : nameStretch(first, unit, timeZone)}</span>
        <span>{last === undefined ? '' : nameStretch(last, unit, timeZone)}</span>
      </div>
    </div>
  )
}

type PartsProps = { bar: Bar; series: Series[]; index: number; highest: number }

function Parts({ bar, series, index, highest }: PartsProps) {
  let top = HEIGHT
  return bar.parts.map((count, place) => {
    const height = (count / highest) * HEIGHT
    top -= height
    const key = series[place]?.key
    return count === 0 ? null : (
      <rect
        key={key}
        className={`${classes.part} ${colours.series}`}
        data-series={key}
        x={index + GAP / 2}
        y={top}
        width={1 - GAP}
        height={height}
      />
    )
  })
}
