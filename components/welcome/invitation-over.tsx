'use client'

import { Button, Text } from '@mantine/core'
import { Link } from '../navigation.tsx'
import { JOIN_TEXTS } from '../texts/join.ts'
import { WelcomeCard } from './welcome-card.tsx'

/** Stands where an invitation would be, when its link does not work. */
export function InvitationOver() {
  const { title, description, text, button } = JOIN_TEXTS.over
  return (
    <WelcomeCard title={title} description={description}>
      <Text size="sm" mb="lg">
        {text}
      </Text>
      <Button component={Link} href="/sign-in" fullWidth size="md">
        {button}
      </Button>
    </WelcomeCard>
  )
}
