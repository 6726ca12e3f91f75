'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconRefresh } from '@tabler/icons-react'
import type { ItemSyncPanel } from '#lib/domain/item-sync.ts'
import { FormFault } from '../form-fault.tsx'
import { LiveRefresh } from '../live-refresh.tsx'
import { SectionCard } from '../section-card.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { Ago } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { SimpleKeyForm } from './simple-key-form.tsx'
import type { SyncDeeds } from './store-deeds.ts'
import { SyncState } from './sync-state.tsx'

const TEXTS = PRODUCTS_TEXTS.syncSection

const REFRESH_EVERY_MS = 2_000

type SyncSectionProps = { panel: ItemSyncPanel; canEdit: boolean; deeds: SyncDeeds }

/** Fetches the store's items by UltraCart's API, for what webhooks have not told yet. */
export function SyncSection({ panel, canEdit, deeds }: SyncSectionProps) {
  const { sync, simpleKeyHint } = panel
  const isRunning = sync?.state === 'running'
  return (
    <SectionCard id="sync" title={TEXTS.title} description={TEXTS.description}>
      {isRunning && <LiveRefresh everyMs={REFRESH_EVERY_MS} />}
      <Stack>
        {simpleKeyHint === null ? (
          <NoKey canEdit={canEdit} deeds={deeds} />
        ) : (
          <>
            <SyncState panel={panel} />
            {canEdit && <SyncButtons panel={panel} deeds={deeds} />}
          </>
        )}
      </Stack>
    </SectionCard>
  )
}

function NoKey({ canEdit, deeds }: Pick<SyncSectionProps, 'canEdit' | 'deeds'>) {
  if (canEdit) return <SimpleKeyForm saveKey={deeds.saveKey} />
  return <Text size="sm">{TEXTS.anOwnerOrEditor}</Text>
}

function SyncButtons({ panel, deeds }: Pick<SyncSectionProps, 'panel' | 'deeds'>) {
  const [isReplacing, { open, close }] = useDisclosure(false)
  const starting = useDeed(deeds.startSync)
  const cancelling = useDeed(deeds.cancelSync)
  if (isReplacing) return <SimpleKeyForm saveKey={deeds.saveKey} onClose={close} />
  const isRunning = panel.sync?.state === 'running'
  const start = (scope: 'all' | 'changes') => starting.run([scope], () => undefined)
  return (
    <>
      <FormFault fault={starting.fault ?? cancelling.fault} />
      <Group gap="xs">
        {isRunning ? (
          <Button
            variant="default"
            loading={cancelling.isRunning}
            onClick={() => cancelling.run([], () => undefined)}
          >
            {TEXTS.cancelTheSync}
          </Button>
        ) : (
          <StartButtons panel={panel} isStarting={starting.isRunning} start={start} />
        )}
        <Button
          variant="subtle"
          leftSection={<IconKey size={16} stroke={1.8} aria-hidden />}
          onClick={open}
        >
          {TEXTS.replaceTheKey(panel.simpleKeyHint ?? '')}
        </Button>
      </Group>
    </>
  )
}

type StartButtonsProps = {
  panel: ItemSyncPanel
  isStarting: boolean
  start: (scope: 'all' | 'changes') => void
}

function StartButtons({ panel: { completeAsOf }, isStarting, start }: StartButtonsProps) {
  const icon = <IconRefresh size={16} stroke={1.8} aria-hidden />
  if (completeAsOf === null)
    return (
      <Button leftSection={icon} loading={isStarting} onClick={() => start('all')}>
        {TEXTS.syncAllItems}
      </Button>
    )
  return (
    <>
      <Button leftSection={icon} loading={isStarting} onClick={() => start('changes')}>
        {TEXTS.syncChanges}
      </Button>
      <Button variant="default" disabled={isStarting} onClick={() => start('all')}>
        {TEXTS.syncAllItems}
      </Button>
      <Text size="sm" c="dimmed">
        <Worded text={TEXTS.allItemsAreHere} parts={{ ago: <Ago at={completeAsOf} /> }} />
      </Text>
    </>
  )
}
