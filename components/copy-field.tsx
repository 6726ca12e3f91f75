'use client'

import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import classes from './copy-field.module.css'

type CopyFieldProps = {
  label: string
  value: string
  /** What is shown instead of the value, such as dots for a hidden password. */
  shown?: ReactNode
  extra?: ReactNode
}

/** A value that has to be carried elsewhere, with a button that copies it. */
export function CopyField({ label, value, shown, extra }: CopyFieldProps) {
  return (
    <div>
      <Text size="xs" fw={560} c="dimmed" mb={4}>
        {label}
      </Text>
      <Group className={classes.field} gap={4} wrap="nowrap">
        <span className={classes.value} title={shown === undefined ? value : undefined}>
          {shown ?? value}
        </span>
        {extra}
        <CopyButton value={value} label={label.toLowerCase()} />
      </Group>
    </div>
  )
}
