'use client'

import { Button, Group, Switch } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTransition } from 'react'
import { LogActionsButton } from '../log-actions/log-actions-button.tsx'
import { useNavigation } from '../navigation.tsx'
import { PageHeader } from '../page-header.tsx'
import { LOG_TEXTS } from '../texts/log.ts'

const TEXTS = LOG_TEXTS.logHeader

type LogHeaderProps = {
  /** The filter in the address. */
  query: string
  canEdit: boolean
  isLive: boolean
  onLive: (isLive: boolean) => void
}

export function LogHeader({ query, canEdit, isLive, onLive }: LogHeaderProps) {
  return (
    <PageHeader
      title={TEXTS.title}
      description={TEXTS.description}
      action={
        <Group gap="clamp(8px, 2vw, 16px)">
          <Switch
            label={TEXTS.live}
            title={TEXTS.countsWhatArrivesAnd}
            checked={isLive}
            onChange={(event) => onLive(event.currentTarget.checked)}
          />
          <LogActionsButton query={query} canEdit={canEdit} />
          <RefreshButton />
        </Group>
      }
    />
  )
}

function RefreshButton() {
  const { refresh } = useNavigation()
  const [isLoading, startTransition] = useTransition()
  return (
    <Button
      variant="default"
      loading={isLoading}
      leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
      onClick={() => startTransition(refresh)}
    >
      {TEXTS.refresh}
    </Button>
  )
}
