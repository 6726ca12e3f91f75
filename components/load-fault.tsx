'use client'

import { Button, Paper, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { startTransition } from 'react'
import { EmptyNote } from './empty-note.tsx'
import { useNavigation } from './navigation.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'
import { Worded } from './worded.tsx'

const TEXTS = SHARED_TEXTS.loadFault

type LoadFaultProps = { code: string | null; onRetry: () => void }

/** Stands where a page would be that could not be loaded. */
export function LoadFault({ code, onRetry }: LoadFaultProps) {
  const { refresh } = useNavigation()
  const retry = () =>
    startTransition(() => {
      refresh()
      onRetry()
    })
  return (
    <Paper radius="lg" withBorder role="alert">
      <EmptyNote
        isPage
        icon={<IconCloudOff size={26} stroke={1.6} />}
        title={TEXTS.title}
        action={<Button onClick={retry}>{TEXTS.tryAgain}</Button>}
      >
        <Worded
          text={TEXTS.somethingWentWrongOn}
          parts={{
            more: code !== null && (
              <Text size="xs" mt={6}>
                {TEXTS.forTheOperatorThe(code)}
              </Text>
            ),
          }}
        />
      </EmptyNote>
    </Paper>
  )
}
