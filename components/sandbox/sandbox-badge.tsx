'use client'

import { IconFlask2 } from '@tabler/icons-react'
import { Badge } from '../badge.tsx'

/** Marks what never went to ONTRAPORT. */
export function SandboxBadge() {
  return (
    <Badge
      tone="ask"
      title="Made in the sandbox: it went to the receiver inside Relay, not to ONTRAPORT"
      icon={<IconFlask2 size={13} stroke={2} aria-hidden />}
    >
      Sandbox
    </Badge>
  )
}
