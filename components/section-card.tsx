import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './section-card.module.css'

type SectionCardProps = {
  title: string
  description?: ReactNode
  action?: ReactNode
  id?: string
  /** Lets a table run to the edges. */
  isFlush?: boolean
  children: ReactNode
}

export function SectionCard(props: SectionCardProps) {
  const titleId = useId()
  return (
    <Paper component="section" aria-labelledby={titleId} id={props.id} className={classes.card}>
      <Group className={classes.head} justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} className={classes.words}>
          <Title order={2} id={titleId}>
            {props.title}
          </Title>
          {props.description !== undefined && (
            <Text size="sm" c="dimmed" component="div" maw={720}>
              {props.description}
            </Text>
          )}
        </Stack>
        {props.action}
      </Group>
      <div className={props.isFlush ? classes.flush : classes.body}>{props.children}</div>
    </Paper>
  )
}
