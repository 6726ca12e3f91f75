'use client'

import { Anchor, Stack } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { Link } from '../navigation.tsx'
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
      <Anchor component={Link} href={id === null ? `/log${scopeQuery}` : `/log/${id}`} size="sm">
        <IconChevronLeft size={16} stroke={1.8} aria-hidden />{' '}
        {id === null ? 'Log' : 'Transmission'}
      </Anchor>
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
