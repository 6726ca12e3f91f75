'use client'

import { Button } from '@mantine/core'
import { IconFlask2 } from '@tabler/icons-react'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'

const TEXTS = SANDBOX_TEXTS.sandboxBanner

/** Stands on every page while the store is in the sandbox. */
export function SandboxBanner({ isPaused }: { isPaused: boolean }) {
  return (
    <Notice
      tone={isPaused ? 'bad' : 'ask'}
      icon={<IconFlask2 size={20} stroke={1.8} />}
      title={isPaused ? TEXTS.title : TEXTS.sandbox}
      action={
        <Button component={Link} href="/integration#sandbox" size="xs" variant="default">
          {isPaused ? TEXTS.chooseAnotherAnswer : TEXTS.openTheSandbox}
        </Button>
      }
    >
      {isPaused ? TEXTS.soItWouldBe : TEXTS.messagesGoToA}
    </Notice>
  )
}
