'use client'

import { Table, Text } from '@mantine/core'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { byteSize } from '../byte-size.ts'
import { SectionCard } from '../section-card.tsx'
import { PACKET_TEXTS } from '../texts/packet.ts'
import { TransmissionTable } from '../transmission-table/transmission-table.tsx'

const TEXTS = PACKET_TEXTS.packetContents

/** What is in the archive: the transmissions, and the files. */
export function PacketContents({ packet: { entries, files } }: { packet: PacketPreview }) {
  return (
    <>
      <SectionCard title={TEXTS.title} description={TEXTS.description} isFlush>
        <TransmissionTable
          caption={TEXTS.transmissionsInThePacket}
          transmissions={entries}
          isCompact
        />
      </SectionCard>
      <SectionCard title={TEXTS.filesInIt} description={TEXTS.indexHtmlIsThe}>
        <Table aria-label={TEXTS.filesInThePacket} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{TEXTS.file}</Table.Th>
              <Table.Th ta="right">{TEXTS.size}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map(({ name, sizeBytes }) => (
              <Table.Tr key={name}>
                <Table.Td>
                  <Text size="sm" component="span" style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {byteSize(sizeBytes)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </SectionCard>
    </>
  )
}
