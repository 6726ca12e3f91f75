import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './welcome-frame.module.css'

type WelcomeCardProps = {
  title: string
  description?: ReactNode
  isWide?: boolean
  children: ReactNode
}

export function WelcomeCard({ title, description, isWide, children }: WelcomeCardProps) {
  return (
    <Paper className={isWide ? `${classes.card} ${classes.wide}` : classes.card}>
      <Stack gap={4} mb="lg">
        <Title order={1}>{title}</Title>
        {description !== undefined && (
          <Text c="dimmed" size="sm" component="div">
            {description}
          </Text>
        )}
      </Stack>
      {children}
    </Paper>
  )
}
