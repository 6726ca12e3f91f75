'use client'

import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { AlertChannelView, ChannelTest } from '#lib/domain/alert-channel.ts'
import { Badge } from '../badge.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { ALERTS_TEXTS as TEXTS } from '../texts/alerts.ts'
import { useDeed } from '../use-deed.ts'
import { AlertChannelModal } from './alert-channel-modal.tsx'
import type { AlertDeeds } from './alert-deeds.ts'
import { AskButton } from './ask-button.tsx'

type AlertChannelItemProps = { channel: AlertChannelView; canEdit: boolean; deeds: AlertDeeds }

/** One place that is told, with what the last test of this visit was answered. */
export function AlertChannelItem({ channel, canEdit, deeds }: AlertChannelItemProps) {
  const { id, kind, target, tells } = channel
  const testing = useDeed(deeds.test)
  const [tested, setTested] = useState<ChannelTest | null>(null)
  return (
    <tr>
      <td>
        <Badge tone="quiet">{TEXTS.channels.kindOf[kind]}</Badge>{' '}
        <Text size="sm" fw={560} component="span">
          {target}
        </Text>
        <div role="status">{tested !== null && <TestResult test={tested} />}</div>
        <FormFault fault={testing.fault} />
      </td>
      <td data-label={TEXTS.channels.columns.tells}>
        {tells.map((each) => TEXTS.kinds[each].short).join(', ')}
      </td>
      <td data-align="right">
        {canEdit && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              loading={testing.isRunning}
              aria-label={TEXTS.test.label(target)}
              onClick={() => testing.run([id], setTested)}
            >
              {TEXTS.test.button}
            </Button>
            <ChangeButton channel={channel} save={deeds.save} />
            <RemoveButton channel={channel} remove={deeds.remove} />
          </Group>
        )}
      </td>
    </tr>
  )
}

function TestResult({ test: { isSent, message } }: { test: ChannelTest }) {
  return (
    <Text size="sm" mt={4} c={isSent ? 'var(--tone-good-ink)' : 'var(--tone-bad-ink)'}>
      {message}
    </Text>
  )
}

function ChangeButton({ channel, save }: { channel: AlertChannelView } & Pick<AlertDeeds, 'save'>) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const { kind, target } = channel
  const label = TEXTS.change.label(target)
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={label} onClick={open}>
        {TEXTS.change.button}
      </Button>
      <AlertChannelModal {...{ channel, kind, isOpen, save }} onClose={close} />
    </>
  )
}

type RemoveButtonProps = { channel: AlertChannelView } & Pick<AlertDeeds, 'remove'>

function RemoveButton({ channel: { id, target }, remove }: RemoveButtonProps) {
  const { label, title, done, ...texts } = TEXTS.remove
  return (
    <AskButton
      texts={{ ...texts, title: title(target) }}
      label={label(target)}
      deed={remove}
      id={id}
      whenDone={() => notifyDone(done(target))}
      size="compact-sm"
    />
  )
}
