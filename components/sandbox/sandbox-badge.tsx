'use client'

import { IconFlask2 } from '@tabler/icons-react'
import { Badge } from '../badge.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'

const TEXTS = SANDBOX_TEXTS.sandboxBadge

/** Marks what never went to ONTRAPORT. */
export function SandboxBadge() {
  return (
    <Badge tone="ask" title={TEXTS.title} icon={<IconFlask2 size={13} stroke={2} aria-hidden />}>
      {TEXTS.sandbox}
    </Badge>
  )
}
