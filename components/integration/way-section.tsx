'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ConnectionTest, Way } from '#lib/domain/connection.ts'
import { Badge } from '../badge.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_API_TEXTS } from '../texts/integration-api.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { AppModal, type SaveApp } from './app-form.tsx'

const TEXTS = INTEGRATION_API_TEXTS.way

export type WayDeeds = { saveApp: SaveApp; chooseWay: Deed<[way: Way], null> }

type WaySectionProps = WayDeeds & { way: Way; hasApp: boolean; canEdit: boolean }

/** By which of ONTRAPORT's doors messages go under the API method, and the change to the other. */
export function WaySection({ way, hasApp, canEdit, saveApp, chooseWay }: WaySectionProps) {
  const { run, isRunning, fault } = useDeed(chooseWay)
  const [isOpen, { open, close }] = useDisclosure(false)
  const choose = (next: Way, name: string) => () =>
    run([next], () => notifyDone(TEXTS.changed, name))
  const onSaved = ({ message }: ConnectionTest) => notifyDone(TEXTS.saved, message)
  return (
    <SectionCard id="way" title={TEXTS.title} description={TEXTS.description}>
      <Stack gap="lg">
        <FormFault fault={fault} />
        <Choice
          name={TEXTS.receiver}
          carries={TEXTS.receiverCarries}
          isInUse={way === 'receiver'}
          action={canEdit ? TEXTS.useReceiver : null}
          isRunning={isRunning}
          onChoose={choose('receiver', TEXTS.receiver)}
        />
        <Choice
          name={TEXTS.api}
          carries={TEXTS.apiCarries}
          isInUse={way === 'rest'}
          action={canEdit ? (hasApp ? TEXTS.useApi : TEXTS.enterApp) : null}
          isRunning={isRunning}
          onChoose={hasApp ? choose('rest', TEXTS.api) : open}
        />
        <AppModal isOpen={isOpen} onClose={close} saveApp={saveApp} onSaved={onSaved} />
      </Stack>
    </SectionCard>
  )
}

type ChoiceProps = {
  name: string
  carries: string
  isInUse: boolean
  /** What the button says; `null` for those who may not choose. */
  action: string | null
  isRunning: boolean
  onChoose: () => void
}

function Choice({ name, carries, isInUse, action, isRunning, onChoose }: ChoiceProps) {
  return (
    <Stack gap={6} align="flex-start">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {isInUse && <Badge tone="good">{TEXTS.inUse}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {carries}
      </Text>
      {!isInUse && action !== null && (
        <Button variant="default" loading={isRunning} onClick={onChoose}>
          {action}
        </Button>
      )}
    </Stack>
  )
}
