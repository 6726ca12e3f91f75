'use client'

import { Button, Text } from '@mantine/core'
import { JOIN_TEXTS } from '../texts/join.ts'
import { WelcomeCard } from './welcome-card.tsx'

/** What somebody sees who is a member of no store. */
export function NoStore({ email, signOut }: { email: string; signOut: () => void }) {
  const { title, description, text, button } = JOIN_TEXTS.noStore
  return (
    <WelcomeCard title={title} description={description(email)}>
      <Text size="sm" mb="lg">
        {text}
      </Text>
      <Button fullWidth size="md" variant="default" onClick={signOut}>
        {button}
      </Button>
    </WelcomeCard>
  )
}
