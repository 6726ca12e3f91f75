'use client'

import { List, SimpleGrid, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleCheck, IconClockHour4, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Badge } from '../badge.tsx'
import classes from './method-cards.module.css'

type Method = { name: string; summary: string; carries: string[]; lacks: string[] }

const API: Method = {
  name: 'API method',
  summary: 'Relay itself sends every message to ONTRAPORT. It needs one key.',
  carries: ['Sales and rebills', 'Refunds', 'Auto-order status changes'],
  lacks: ['Does not credit partner sales: ONTRAPORT tracks partners with the pixel only'],
}

const PIXEL: Method = {
  name: 'Partner Tracking Pixel method',
  summary:
    'The buyer’s browser tells ONTRAPORT from the receipt page. It needs one sub-domain a theme.',
  carries: ['Sales, with the partner who referred the buyer'],
  lacks: ['No rebills, refunds or auto-order changes: they have no receipt page'],
}

/** The two ways in which a store can talk to ONTRAPORT, side by side. */
export function MethodCards() {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <MethodCard
        method={API}
        badge={
          <Badge tone="good" icon={<IconCircleCheck size={14} stroke={2} aria-hidden />}>
            In use
          </Badge>
        }
        isActive
      />
      <MethodCard
        method={PIXEL}
        badge={
          <Badge tone="quiet" icon={<IconClockHour4 size={14} stroke={2} aria-hidden />}>
            Not available in this version
          </Badge>
        }
      />
    </SimpleGrid>
  )
}

function MethodCard(props: { method: Method; badge: ReactNode; isActive?: boolean }) {
  const { name, summary, carries, lacks } = props.method
  return (
    <article className={classes.card} data-active={props.isActive || undefined}>
      <div className={classes.head}>
        <Title order={3}>{name}</Title>
        {props.badge}
      </div>
      <Text size="sm" c="dimmed" mb="sm">
        {summary}
      </Text>
      <List size="sm" spacing={6} listStyleType="none">
        {carries.map((text) => (
          <List.Item
            key={text}
            icon={<IconCheck className={classes.yes} size={16} aria-label="Carries:" />}
          >
            {text}
          </List.Item>
        ))}
        {lacks.map((text) => (
          <List.Item
            key={text}
            icon={<IconX className={classes.no} size={16} aria-label="Lacks:" />}
          >
            {text}
          </List.Item>
        ))}
      </List>
    </article>
  )
}
