'use client'

import { Stack } from '@mantine/core'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { BackLink } from '../back-link.tsx'
import { PageHeader } from '../page-header.tsx'
import { PACKET_TEXTS } from '../texts/packet.ts'
import { PacketContents } from './packet-contents.tsx'
import { PacketEvidence } from './packet-evidence.tsx'
import { PacketForm } from './packet-form.tsx'

const TEXTS = PACKET_TEXTS.packetScreen

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
        <BackLink href={`/log${scopeQuery}`}>{TEXTS.log}</BackLink>
      ) : (
        <BackLink href={`/log/${id}`}>{TEXTS.transmission}</BackLink>
      )}
      <PageHeader title={TEXTS.title} description={TEXTS.description} />
      <Stack gap="lg">
        <PacketEvidence packet={packet} />
        <PacketForm packet={packet} scopeQuery={scopeQuery} />
        <PacketContents packet={packet} />
      </Stack>
    </>
  )
}
