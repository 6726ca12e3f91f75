'use client'

import {
  IconAlertTriangle,
  IconArrowRight,
  IconCheck,
  IconClockPause,
  IconHelp,
  IconMinus,
  IconRefresh,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react'
import type { TransmissionStatus } from '#lib/domain/transmission.ts'
import { Badge } from './badge.tsx'
import { STATUS_WORDS } from './texts/words.ts'

const ICONS: Record<TransmissionStatus, TablerIcon> = {
  held: IconClockPause,
  queued: IconStack2,
  sending: IconArrowRight,
  retrying: IconRefresh,
  sent: IconCheck,
  failed: IconAlertTriangle,
  unconfirmed: IconHelp,
  skipped: IconMinus,
}

/** A status as icon and word, so that it never depends on colour. */
export function StatusBadge({ status }: { status: TransmissionStatus }) {
  const { label, meaning, tone } = STATUS_WORDS[status]
  const Icon = ICONS[status]
  return (
    <Badge tone={tone} title={meaning} icon={<Icon size={13} stroke={2.2} aria-hidden />}>
      {label}
    </Badge>
  )
}
