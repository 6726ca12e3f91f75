'use client'

import { Group, SegmentedControl, Switch, Text } from '@mantine/core'
import { type ReactNode, Suspense, useState } from 'react'
import type { LogFigures } from '#lib/domain/log-figures.ts'
import { later } from '../later.ts'
import { logPath } from '../log/log-search-params.ts'
import type { LogSearchControl } from '../log/use-log-search.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { CHART_TEXTS } from '../texts/log-chart.ts'
import { formatDuration } from '../time/duration.ts'
import { Ago } from '../time/moment.tsx'
import { BarChart } from './bar-chart.tsx'
import { type Bar, type ChartKind, SERIES, toBars, toTotals } from './chart-bars.ts'
import type { ChartUnit } from './chart-edges.ts'
import classes from './figures-section.module.css'
import colours from './series-colour.module.css'

const TEXTS = CHART_TEXTS.figuresSection

const ChartTable = later(() => import('./chart-table.tsx').then((file) => file.ChartTable))

export type ChartFigures = {
  figures: LogFigures
  edges: Date[]
  unit: ChartUnit
  isSandbox: boolean
}

type FiguresSectionProps = ChartFigures & { control: Pick<LogSearchControl, 'search' | 'change'> }

/** What arrived over the chosen time, how it ended, and how long it took. */
export function FiguresSection(props: FiguresSectionProps) {
  const { figures, edges, unit, isSandbox, control } = props
  const [kind, setKind] = useState<ChartKind>('outcome')
  const [isTable, setTable] = useState(false)
  const series = SERIES[kind]
  const bars = toBars(figures.counts, edges, series)
  const choose = ({ from, to }: Bar) =>
    control.change({ range: 'custom', from: toMinute(from), to: toMinute(to) })
  const shown = { bars, series, unit, onChoose: choose }
  return (
    <SectionCard
      title={isSandbox ? TEXTS.title : TEXTS.volume}
      description={control.search.range === null ? TEXTS.description : TEXTS.overTheTimeChosen}
      action={
        <Group gap="sm">
          <Switch
            size="sm"
            label={TEXTS.table}
            checked={isTable}
            onPointerEnter={ChartTable.preload}
            onFocus={ChartTable.preload}
            onChange={(event) => setTable(event.currentTarget.checked)}
          />
          <SegmentedControl
            size="xs"
            aria-label={TEXTS.whatTheBarsAre}
            value={kind}
            onChange={(value) => setKind(value === 'type' ? 'type' : 'outcome')}
            data={[
              { value: 'outcome', label: TEXTS.outcome },
              { value: 'type', label: TEXTS.type },
            ]}
          />
        </Group>
      }
    >
      <Suspense fallback={<BarChart {...shown} />}>
        {isTable ? <ChartTable {...shown} /> : <BarChart {...shown} />}
      </Suspense>
      <ul className={classes.legend}>
        {toTotals(figures.counts, series).map((total, index) => {
          const part = series[index]
          return part === undefined ? null : (
            <li key={part.key}>
              <Link
                href={logPath({ ...control.search, ...part.filter, cursor: null })}
                className={classes.key}
              >
                <span
                  className={`${classes.swatch} ${colours.series}`}
                  data-series={part.key}
                  aria-hidden
                />
                {part.label} <strong>{total.toLocaleString('en-US')}</strong>
              </Link>
            </li>
          )
        })}
      </ul>
      <Delays figures={figures} />
    </SectionCard>
  )
}

function Delays({
  figures: { medianDelayMs, p95DelayMs, oldestWaitingAt },
}: {
  figures: LogFigures
}) {
  return (
    <dl className={classes.delays}>
      <Figure label={TEXTS.halfArriveWithin}>
        {medianDelayMs === null ? '–' : formatDuration(medianDelayMs)}
      </Figure>
      <Figure label={TEXTS.nearlyAllArriveWithin}>
        {p95DelayMs === null ? '–' : formatDuration(p95DelayMs)}
      </Figure>
      <Figure label={TEXTS.oldestWaitingToGo}>
        {oldestWaitingAt === null ? (
          TEXTS.none
        ) : (
          <Link href={logPath({ status: ['queued', 'retrying'] })} className={classes.oldest}>
            <Ago at={oldestWaitingAt} />
          </Link>
        )}
      </Figure>
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <dd className={classes.figure}>{children}</dd>
    </div>
  )
}

function toMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}Z`
}
