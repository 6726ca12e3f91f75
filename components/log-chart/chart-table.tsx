'use client'

import { Anchor, Table } from '@mantine/core'
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
      <Table verticalSpacing={4} captionSide="top">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{TEXTS.time}</Table.Th>
            <Table.Th className={classes.number}>{TEXTS.all}</Table.Th>
            {series.map(({ key, label }) => (
              <Table.Th key={key} className={classes.number}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {filled.map((bar) => (
            <Table.Tr key={bar.from.getTime()}>
              <Table.Th scope="row">
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
              </Table.Th>
              <Table.Td className={classes.number}>{bar.total.toLocaleString('en-US')}</Table.Td>
              {bar.parts.map((count, index) => (
                <Table.Td key={series[index]?.key} className={classes.number}>
                  {count.toLocaleString('en-US')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {filled.length === 0 && <p>{TEXTS.nothingArrivedInThis}</p>}
    </section>
  )
}
