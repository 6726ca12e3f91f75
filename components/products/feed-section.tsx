'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconAlertTriangle, IconKey, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import type { ItemFeedPanel, MadeFeedKey } from '#lib/domain/item-feed.ts'
import { CopyField } from '../copy-field.tsx'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { SectionCard } from '../section-card.tsx'
import { Ago, Moment } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { RecentPolls } from './recent-polls.tsx'
import type { MakeFeedKey } from './store-deeds.ts'

type FeedSectionProps = { feed: ItemFeedPanel; canEdit: boolean; makeKey: MakeFeedKey }

/** The address that ONTRAPORT polls for the items, its key, and the latest polls. */
export function FeedSection({ feed, canEdit, makeKey }: FeedSectionProps) {
  const [made, setMade] = useState<MadeFeedKey | null>(null)
  return (
    <SectionCard
      id="feed"
      title="Item feed"
      description="ONTRAPORT can poll the items that are for sale, under the names above. Every poll is in the log."
    >
      <Stack>
        {made === null ? <SavedKey feed={feed} /> : <NewKey made={made} />}
        {canEdit && <MakeKeyButton feed={feed} makeKey={makeKey} onMade={setMade} />}
        <Refusals feed={feed} />
        <RecentPolls polls={feed.polls} />
      </Stack>
    </SectionCard>
  )
}

function SavedKey({ feed: { url, keyHint, previousValidUntil } }: Pick<FeedSectionProps, 'feed'>) {
  if (keyHint === null)
    return <Text size="sm">There is no key yet, so nobody can read the feed.</Text>
  return (
    <>
      <CopyField label="Feed address without its key" value={url} />
      <Text size="sm" c="dimmed">
        It is opened by the key that ends in {keyHint}, as <code>?key=</code> or as the password of
        HTTP Basic.
        {previousValidUntil !== null && (
          <>
            {' '}
            The key before it opens the feed until <Moment at={previousValidUntil} style="long" />.
          </>
        )}
      </Text>
    </>
  )
}

/** Shown until the page is left, and never again. */
function NewKey({ made }: { made: MadeFeedKey }) {
  return (
    <>
      <CopyField label="Feed address with its key" value={made.url} />
      <Notice
        tone="ask"
        title="Copy it now"
        icon={<IconKey size={18} stroke={1.8} />}
        role="status"
      >
        The key is shown this once; only its fingerprint is kept.
        {made.previousValidUntil !== null && ' The key before it stays valid for 24 hours.'}
      </Notice>
    </>
  )
}

type MakeKeyButtonProps = {
  feed: ItemFeedPanel
  makeKey: MakeFeedKey
  onMade: (made: MadeFeedKey) => void
}

function MakeKeyButton({ feed, makeKey, onMade }: MakeKeyButtonProps) {
  const { run, isRunning, fault } = useDeed(makeKey)
  const isFirst = feed.keyHint === null
  const make = () => run([], onMade)
  const ask = () =>
    modals.openConfirmModal({
      title: 'Make a new feed key?',
      children: (
        <Text size="sm">
          The key in use opens the feed for 24 hours more. Give ONTRAPORT the new address before
          that time is over.
        </Text>
      ),
      labels: { confirm: 'Make a new key', cancel: 'Keep the old one' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: make,
    })
  return (
    <>
      <FormFault fault={fault} />
      <Group>
        <Button
          variant={isFirst ? 'filled' : 'default'}
          size="xs"
          loading={isRunning}
          leftSection={<IconRotateClockwise size={15} stroke={1.8} aria-hidden />}
          onClick={isFirst ? make : ask}
        >
          {isFirst ? 'Make the feed key' : 'New feed key…'}
        </Button>
      </Group>
    </>
  )
}

function Refusals({ feed: { refusedCount, lastRefusedAt } }: Pick<FeedSectionProps, 'feed'>) {
  if (lastRefusedAt === null) return null
  const polls = refusedCount === 1 ? '1 poll' : `${refusedCount} polls`
  return (
    <Notice
      tone="quiet"
      title={`${polls} with a wrong key`}
      icon={<IconAlertTriangle size={18} stroke={1.8} />}
    >
      The last one <Ago at={lastRefusedAt} />. If ONTRAPORT shows no items, give it the address with
      a new key.
    </Notice>
  )
}
