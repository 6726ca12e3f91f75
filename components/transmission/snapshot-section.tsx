'use client'

import { Anchor, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { JsonTree } from './json-tree.tsx'

/** What UltraCart reported, as Relay understood it. */
export function SnapshotSection({ transmission }: { transmission: TransmissionDetail }) {
  const { id, snapshot, type, removed } = transmission
  if (type === 'pixel' || removed !== null) return null
  const isShown = snapshot !== null && snapshot !== undefined
  return (
    <SectionCard
      title="What it came from"
      description="How things stood at UltraCart when this was made, as Relay read it."
      action={isShown && <CopyButton value={JSON.stringify(snapshot, null, 2)} label="snapshot" />}
    >
      {isShown ? (
        <JsonTree name="Snapshot" value={snapshot} />
      ) : (
        <Text size="sm">
          It is too long to be shown here.{' '}
          <Anchor href={`/log/${id}/download?part=snapshot`} download inherit>
            Download the snapshot
          </Anchor>
        </Text>
      )}
    </SectionCard>
  )
}
