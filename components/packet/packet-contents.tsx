'use client'

import { Text } from '@mantine/core'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { byteSize } from '../byte-size.ts'
import { SectionCard } from '../section-card.tsx'
import { Table } from '../table.tsx'
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
        <Table aria-label={TEXTS.filesInThePacket}>
          <thead>
            <tr>
              <th>{TEXTS.file}</th>
              <th data-align="right">{TEXTS.size}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, sizeBytes }) => (
              <tr key={name}>
                <td>
                  <Text size="sm" component="span" style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Text>
                </td>
                <td data-align="right" style={{ whiteSpace: 'nowrap' }}>
                  {byteSize(sizeBytes)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </SectionCard>
    </>
  )
}
