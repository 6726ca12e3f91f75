import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './notice.module.css'
import type { Tone } from './texts/words.ts'

type NoticeProps = {
  tone: Tone
  title: ReactNode
  icon: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status'
  children?: ReactNode
}

/** A coloured panel that says what is the matter and offers what to do. */
export function Notice({ tone, title, icon, action, role, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Group className={classes.body} justify="space-between" gap="sm">
        <Stack gap={2} className={classes.words}>
          <Text fw={600} size="sm" component="div">
            {title}
          </Text>
          {children !== undefined && (
            <Text size="sm" component="div" className={classes.text}>
              {children}
            </Text>
          )}
        </Stack>
        {action}
      </Group>
    </div>
  )
}
