import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-note.module.css'

type EmptyNoteProps = { icon: ReactNode; title: string; action?: ReactNode; children: ReactNode }

/** Stands where rows would be: says why there are none and what to do next. */
export function EmptyNote({ icon, title, action, children }: EmptyNoteProps) {
  return (
    <Stack align="center" gap="xs" className={classes.note}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Title order={3} ta="center">
        {title}
      </Title>
      <Text size="sm" c="dimmed" ta="center" maw={460} component="div">
        {children}
      </Text>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </Stack>
  )
}
