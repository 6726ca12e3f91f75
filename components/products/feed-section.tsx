'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconKey, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import type { ItemFeedPanel, MadeFeedKey } from '#lib/domain/item-feed.ts'
import { CopyField } from '../copy-field.tsx'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { SectionCard } from '../section-card.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { Ago, Moment } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { RecentPolls } from './recent-polls.tsx'
import type { MakeFeedKey } from './store-deeds.ts'

const TEXTS = PRODUCTS_TEXTS.feedSection

type FeedSectionProps = { feed: ItemFeedPanel; canEdit: boolean; makeKey: MakeFeedKey }

/** The address that ONTRAPORT polls for the items, its key, and the latest polls. */
export function FeedSection({ feed, canEdit, makeKey }: FeedSectionProps) {
  const [made, setMade] = useState<MadeFeedKey | null>(null)
  return (
    <SectionCard id="feed" title={TEXTS.title} description={TEXTS.description}>
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
  if (keyHint === null) return <Text size="sm">{TEXTS.thereIsNoKey}</Text>
  return (
    <>
      <CopyField label={TEXTS.feedAddressWithoutIts} value={url} />
      <Text size="sm" c="dimmed">
        <Worded
          text={TEXTS.itIsOpenedBy}
          parts={{
            keyHint: keyHint,
            code: <code>{TEXTS.key}</code>,
            more: previousValidUntil !== null && (
              <Worded
                text={TEXTS.theKeyBeforeIt}
                parts={{ moment: <Moment at={previousValidUntil} style="long" /> }}
              />
            ),
          }}
        />
      </Text>
    </>
  )
}

/** Shown until the page is left, and never again. */
function NewKey({ made }: { made: MadeFeedKey }) {
  return (
    <>
      <CopyField label={TEXTS.feedAddressWithIts} value={made.url} />
      <Notice
        tone="ask"
        title={TEXTS.copyItNow}
        icon={<IconKey size={18} stroke={1.8} />}
        role="status"
      >
        <Worded
          text={TEXTS.theKeyIsShown}
          parts={{ more: made.previousValidUntil !== null && TEXTS.theKeyBeforeIt2 }}
        />
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
    askFirst(
      {
        title: TEXTS.makeANewFeed,
        consequence: TEXTS.theKeyInUse,
        confirm: TEXTS.makeANewKey,
        cancel: TEXTS.keepTheOldOne,
      },
      make,
    )
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
          {isFirst ? TEXTS.makeTheFeedKey : TEXTS.newFeedKey}
        </Button>
      </Group>
    </>
  )
}

function Refusals({ feed: { refusedCount, lastRefusedAt } }: Pick<FeedSectionProps, 'feed'>) {
  if (lastRefusedAt === null) return null
  const polls = TEXTS.polls(refusedCount)
  return (
    <Notice
      tone="quiet"
      title={TEXTS.withAWrongKey(polls)}
      icon={<IconAlertTriangle size={18} stroke={1.8} />}
    >
      <Worded text={TEXTS.theLastOneIf} parts={{ ago: <Ago at={lastRefusedAt} /> }} />
    </Notice>
  )
}
