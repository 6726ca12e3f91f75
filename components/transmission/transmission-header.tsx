'use client'

import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { BackLink } from '../back-link.tsx'
import { SandboxBadge } from '../sandbox/sandbox-badge.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { nameSubject, tellOutcome } from '../texts/headline.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { Moment } from '../time/moment.tsx'
import classes from './transmission-screen.module.css'

const TEXTS = TRANSMISSION_TEXTS.transmissionHeader

type TransmissionHeaderProps = { transmission: TransmissionDetail; action: ReactNode }

/** Says in words what this is, how it stands and why. */
export function TransmissionHeader({ transmission, action }: TransmissionHeaderProps) {
  const { status, reason, finishedAt, description, isSandbox } = transmission
  return (
    <Stack gap="sm" mb="lg">
      <BackLink href="/log">{TEXTS.log}</BackLink>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} className={classes.headline}>
          <Title order={1}>
            {nameSubject(transmission)} {tellOutcome(transmission)}
            {status === 'sent' && finishedAt !== null && (
              <>
                {TEXTS.on}
                <Moment at={finishedAt} style="full" />
              </>
            )}
          </Title>
          {reason !== null && <Text className={classes.reason}>{reason}</Text>}
          <Group gap="xs">
            <StatusBadge status={status} />
            {isSandbox && <SandboxBadge />}
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          </Group>
        </Stack>
        {action}
      </Group>
    </Stack>
  )
}
