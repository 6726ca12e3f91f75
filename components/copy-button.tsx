'use client'

import { ActionIcon, CopyButton as MantineCopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { SHARED_TEXTS } from './texts/shared.ts'

const TEXTS = SHARED_TEXTS.copyButton

/** An icon that copies a value; `label` names what is copied. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  return (
    <MantineCopyButton value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          color={copied ? 'teal' : 'gray'}
          size={30}
          onClick={copy}
          title={copied ? TEXTS.copied : TEXTS.copy(label)}
          aria-label={copied ? TEXTS.copiedOf(label) : TEXTS.copy(label)}
        >
          {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        </ActionIcon>
      )}
    </MantineCopyButton>
  )
}
