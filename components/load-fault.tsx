'use client'

import { Button, Paper, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { startTransition } from 'react'
import { EmptyNote } from './empty-note.tsx'
import { useNavigation } from './navigation.tsx'

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
        title="This page could not be loaded"
        action={<Button onClick={retry}>Try again</Button>}
      >
        Something went wrong on our side. Orders are still taken in, and nothing is lost.
        {code !== null && (
          <Text size="xs" mt={6}>
            For the operator: the log has more under {code}.
          </Text>
        )}
      </EmptyNote>
    </Paper>
  )
}
