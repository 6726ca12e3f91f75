'use client'

import { Table, Text } from '@mantine/core'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { byteSize } from '../byte-size.ts'
import { SectionCard } from '../section-card.tsx'
import { TransmissionTable } from '../transmission-table/transmission-table.tsx'

/** What is in the archive: the transmissions, and the files. */
export function PacketContents({ packet: { entries, files } }: { packet: PacketPreview }) {
  return (
    <>
      <SectionCard
        title="Transmissions in it"
        description="No key, password or card number is in any of them."
        isFlush
      >
        <TransmissionTable
          caption="Transmissions in the packet"
          transmissions={entries}
          isCompact
        />
      </SectionCard>
      <SectionCard
        title="Files in it"
        description="index.html is the page to read; it opens in any browser, offline."
      >
        <Table aria-label="Files in the packet" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>File</Table.Th>
              <Table.Th ta="right">Size</Table.Th>
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
