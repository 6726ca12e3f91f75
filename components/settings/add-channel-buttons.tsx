'use client'

import { Button, Group } from '@mantine/core'
import { IconMail, IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import type { AlertChannelKind } from '#lib/domain/alert-channel.ts'
import { ALERTS_TEXTS as TEXTS } from '../texts/alerts.ts'
import { AlertChannelModal } from './alert-channel-modal.tsx'
import type { AlertDeeds } from './alert-deeds.ts'

/** Leads to a further place that is told. */
export function AddChannelButtons({ save }: Pick<AlertDeeds, 'save'>) {
  const [kind, setKind] = useState<AlertChannelKind>('mail')
  const [isOpen, setIsOpen] = useState(false)
  const open = (chosen: AlertChannelKind) => () => {
    setKind(chosen)
    setIsOpen(true)
  }
  return (
    <Group gap="xs">
      <Button
        size="xs"
        leftSection={<IconMail size={16} stroke={1.8} aria-hidden />}
        onClick={open('mail')}
      >
        {TEXTS.addMail}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMessage size={16} stroke={1.8} aria-hidden />}
        onClick={open('webhook')}
      >
        {TEXTS.addWebhook}
      </Button>
      <AlertChannelModal
        channel={null}
        kind={kind}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        save={save}
      />
    </Group>
  )
}
