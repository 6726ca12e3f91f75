'use client'

import { Anchor } from '@mantine/core'
import { Table } from '../table.tsx'
import { CHART_TEXTS } from '../texts/log-chart.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import type { ChartProps } from './bar-chart.tsx'
import classes from './chart-table.module.css'
import { nameStretch } from './name-stretch.ts'

const TEXTS = CHART_TEXTS.chartTable

/** The bars as numbers, newest first; those without anything are left out. */
export function ChartTable({ bars, series, unit, onChoose }: ChartProps) {
  const timeZone = useTimeZone()
  const filled = bars.filter(({ total }) => total > 0).toReversed()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={classes.frame} aria-label={TEXTS.volumeAsATable} tabIndex={0}>
      <Table spacing="none">
        <thead>
          <tr>
            <th>{TEXTS.time}</th>
            <th className={classes.number}>{TEXTS.all}</th>
            {series.map(({ key, label }) => (
              <th key={key} className={classes.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((bar) => (
            <tr key={bar.from.getTime()}>
              <th scope="row">
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  className={classes.stretch}
                  title={TEXTS.title}
                  onClick={() => onChoose(bar)}
                >
                  {nameStretch(bar, unit, timeZone)}
                </Anchor>
              </th>
              <td className={classes.number}>{bar.total.toLocaleString('en-US')}</td>
              {bar.parts.map((count, index) => (
                <td key={series[index]?.key} className={classes.number}>
                  {count.toLocaleString('en-US')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {filled.length === 0 && <p>{TEXTS.nothingArrivedInThis}</p>}
    </section>
  )
}
