'use client'

import { Button } from '@mantine/core'
import { askFirst, type Question } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { type Deed, useDeed } from '../use-deed.ts'

type AskButtonProps = {
  texts: Question & { button: string }
  /** What is concerned, for those who hear the button alone. */
  label?: string
  deed: Deed<[id: string], unknown>
  id: string
  whenDone: () => void
  size?: 'xs' | 'compact-sm'
}

/** Does something that cannot simply be taken back, once its question is answered. */
export function AskButton({ texts, label, deed, id, whenDone, size = 'xs' }: AskButtonProps) {
  const { run, isRunning, fault } = useDeed(deed)
  return (
    <>
      <Button
        variant="default"
        size={size}
        loading={isRunning}
        aria-label={label}
        onClick={() => askFirst({ ...texts, isHarmful: true }, () => run([id], whenDone))}
      >
        {texts.button}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}
