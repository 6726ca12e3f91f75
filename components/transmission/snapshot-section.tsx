'use client'

import { Anchor, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { Worded } from '../worded.tsx'
import { JsonTree } from './json-tree.tsx'

const TEXTS = TRANSMISSION_TEXTS.snapshotSection

/** What UltraCart reported, as Relay understood it. */
export function SnapshotSection({ transmission }: { transmission: TransmissionDetail }) {
  const { id, snapshot, type, removed } = transmission
  if (type === 'pixel' || removed !== null) return null
  const isShown = snapshot !== null && snapshot !== undefined
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description}
      action={
        isShown && <CopyButton value={JSON.stringify(snapshot, null, 2)} label={TEXTS.snapshot} />
      }
    >
      {isShown ? (
        <JsonTree name="Snapshot" value={snapshot} />
      ) : (
        <Text size="sm">
          <Worded
            text={TEXTS.itIsTooLong}
            parts={{
              anchor: (
                <Anchor href={`/log/${id}/download?part=snapshot`} download inherit>
                  {TEXTS.downloadTheSnapshot}
                </Anchor>
              ),
            }}
          />
        </Text>
      )}
    </SectionCard>
  )
}
