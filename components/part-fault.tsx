'use client'

import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTransition } from 'react'
import { useNavigation } from './navigation.tsx'
import { Notice } from './notice.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'

type PartFaultProps = {
  /** Names what is missing, such as `The chart could not be loaded`. */
  title: string
  /** Why, in a sentence. */
  fault: string
}

/** Stands where one part of a page would be; the rest of it works. */
export function PartFault({ title, fault }: PartFaultProps) {
  const { refresh } = useNavigation()
  const [isLoading, startTransition] = useTransition()
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      icon={<IconCloudOff size={18} stroke={1.8} />}
      action={
        <Button
          variant="default"
          size="xs"
          loading={isLoading}
          onClick={() => startTransition(refresh)}
        >
          {SHARED_TEXTS.loadFault.tryAgain}
        </Button>
      }
    >
      {fault}
    </Notice>
  )
}
