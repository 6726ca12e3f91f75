import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-note.module.css'

type EmptyNoteProps = {
  icon: ReactNode
  title: string
  action?: ReactNode
  /** Stands for the whole page, so its title is the page's heading. */
  isPage?: boolean
  children: ReactNode
}

/** Stands where rows would be: says why there are none and what to do next. */
export function EmptyNote({ icon, title, action, isPage, children }: EmptyNoteProps) {
  return (
    <Stack align="center" gap="xs" className={classes.note}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {isPage ? (
        <Title order={1} size="h2" ta="center">
          {title}
        </Title>
      ) : (
        <Text fw={620} ta="center">
          {title}
        </Text>
      )}
      <Text size="sm" c="dimmed" ta="center" maw={460} component="div">
        {children}
      </Text>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </Stack>
  )
}
