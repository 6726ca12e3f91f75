'use client'

import type { ReasonGroup } from '#lib/domain/reason-group.ts'
import type { DeedResult } from '../deed-result.ts'
import { type ChartFigures, FiguresSection } from '../log-chart/figures-section.tsx'
import { PartFault } from '../part-fault.tsx'
import { ReasonSection } from '../reasons/reason-section.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import classes from './log-screen.module.css'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = LOG_TEXTS.summarySection

type SummarySectionProps = {
  chart: DeedResult<ChartFigures>
  reasons: DeedResult<ReasonGroup[]>
  control: LogSearchControl
  canEdit: boolean
}

/** What arrived over the chosen time, and what stands out in it. */
export function SummarySection({ chart, reasons, control, canEdit }: SummarySectionProps) {
  return (
    <div className={classes.summary}>
      {chart.kind === 'done' ? (
        <FiguresSection {...chart.value} control={control} />
      ) : (
        <PartFault title={TEXTS.title} fault={chart.reason} />
      )}
      {reasons.kind === 'done' ? (
        <ReasonSection groups={reasons.value} canEdit={canEdit} most={2} />
      ) : (
        <PartFault title={TEXTS.whatNeedsAttentionCould} fault={reasons.reason} />
      )}
    </div>
  )
}
