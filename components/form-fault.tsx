'use client'

import { IconAlertTriangle } from '@tabler/icons-react'
import { Notice } from './notice.tsx'

/** Why a form was refused, read out when it appears. */
export function FormFault({ fault }: { fault: string | null }) {
  if (fault === null) return null
  return (
    <Notice
      tone="bad"
      role="alert"
      title={fault}
      icon={<IconAlertTriangle size={18} stroke={1.8} />}
    />
  )
}
