'use client'

import { VisuallyHidden } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import type { AlertChannelView } from '#lib/domain/alert-channel.ts'
import { EmptyNote } from '../empty-note.tsx'
import { SectionCard } from '../section-card.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'
import { AddChannelButtons } from './add-channel-buttons.tsx'
import { AlertChannelItem } from './alert-channel-item.tsx'
import type { AlertDeeds } from './alert-deeds.ts'
import { SettingsTable } from './settings-table.tsx'

const TEXTS = ALERTS_TEXTS.channels

type AlertChannelsSectionProps = {
  channels: AlertChannelView[]
  canEdit: boolean
  deeds: AlertDeeds
}

/** Where alerts go, and of what each place is told. */
export function AlertChannelsSection({ channels, canEdit, deeds }: AlertChannelsSectionProps) {
  const add = canEdit ? <AddChannelButtons save={deeds.save} /> : undefined
  const { target, tells, actions } = TEXTS.columns
  const hidden = <VisuallyHidden key="actions">{actions}</VisuallyHidden>
  const isEmpty = channels.length === 0
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description}
      action={isEmpty ? undefined : add}
      isFlush
    >
      {isEmpty ? (
        <EmptyNote
          icon={<IconBell size={26} stroke={1.6} />}
          title={TEXTS.empty.title}
          action={add}
        >
          {canEdit ? TEXTS.empty.text : TEXTS.empty.forViewers}
        </EmptyNote>
      ) : (
        <SettingsTable label={TEXTS.table} columns={[target, tells, hidden]}>
          {channels.map((channel) => (
            <AlertChannelItem key={channel.id} {...{ channel, canEdit, deeds }} />
          ))}
        </SettingsTable>
      )}
    </SectionCard>
  )
}
