'use client'

import { Stack } from '@mantine/core'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { BackLink } from '../back-link.tsx'
import { PageHeader } from '../page-header.tsx'
import { PacketContents } from './packet-contents.tsx'
import { PacketEvidence } from './packet-evidence.tsx'
import { PacketForm } from './packet-form.tsx'

type PacketScreenProps = {
  packet: PacketPreview
  /** Which transmissions it is for, as the address has it. */
  scopeQuery: string
}

/** The packet as it would be downloaded now, with what the merchant can add. */
export function PacketScreen({ packet, scopeQuery }: PacketScreenProps) {
  const id = new URLSearchParams(scopeQuery).get('id')
  return (
    <>
      {id === null ? (
        <BackLink href={`/log${scopeQuery}`}>Log</BackLink>
      ) : (
        <BackLink href={`/log/${id}`}>Transmission</BackLink>
      )}
      <PageHeader
        title="Support packet"
        description="The evidence that ONTRAPORT’s support asks for, as one file to attach to your message to them. Look at it first; nothing is sent from here."
      />
      <Stack gap="lg">
        <PacketEvidence packet={packet} />
        <PacketForm packet={packet} scopeQuery={scopeQuery} />
        <PacketContents packet={packet} />
      </Stack>
    </>
  )
}
