'use client'

import { Button, List, SimpleGrid, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleCheck, IconX } from '@tabler/icons-react'
import { CONNECTION_METHODS, type ConnectionMethod } from '#lib/domain/connection.ts'
import { Badge } from '../badge.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import { METHOD_WORDS, type MethodWords } from '../texts/integration-method-words.ts'
import classes from './method-cards.module.css'

const TEXTS = INTEGRATION_TEXTS.methodCards

type MethodCardsProps = {
  active: ConnectionMethod
  canEdit: boolean
  isChanging: boolean
  onChoose: (method: ConnectionMethod) => void
}

/** The two ways in which a store can talk to ONTRAPORT, side by side. */
export function MethodCards({ active, canEdit, isChanging, onChoose }: MethodCardsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {CONNECTION_METHODS.map((method) => (
        <article
          key={method}
          className={classes.card}
          data-active={method === active || undefined}
          aria-label={METHOD_WORDS[method].name}
        >
          <div className={classes.head}>
            <Title order={3}>{METHOD_WORDS[method].name}</Title>
            {method === active && (
              <Badge tone="good" icon={<IconCircleCheck size={14} stroke={2} aria-hidden />}>
                {TEXTS.inUse}
              </Badge>
            )}
          </div>
          <MethodText words={METHOD_WORDS[method]} />
          {method !== active && canEdit && (
            <Button variant="default" mt="md" loading={isChanging} onClick={() => onChoose(method)}>
              {TEXTS.useThisMethod}
            </Button>
          )}
        </article>
      ))}
    </SimpleGrid>
  )
}

function MethodText({ words: { summary, carries, lacks } }: { words: MethodWords }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {summary}
      </Text>
      <List size="sm" spacing={6} listStyleType="none">
        {carries.map((text) => (
          <List.Item
            key={text}
            icon={<IconCheck className={classes.yes} size={16} aria-label={TEXTS.carries} />}
          >
            {text}
          </List.Item>
        ))}
        {lacks.map((text) => (
          <List.Item
            key={text}
            icon={<IconX className={classes.no} size={16} aria-label={TEXTS.lacks} />}
          >
            {text}
          </List.Item>
        ))}
      </List>
    </>
  )
}
