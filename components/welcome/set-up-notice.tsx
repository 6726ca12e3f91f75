'use client'

import { Button, Code, List, Text } from '@mantine/core'
import { Link } from '../navigation.tsx'
import { WelcomeCard } from './welcome-card.tsx'

/** Stands where the set-up would be, when there is nothing to set up or no link to do it with. */
export function SetUpNotice({ kind }: { kind: 'done' | 'link-needed' }) {
  return kind === 'done' ? <AlreadyDone /> : <LinkNeeded />
}

function AlreadyDone() {
  return (
    <WelcomeCard
      title="This Relay is already set up"
      description="The set-up link works once, and it has been used."
    >
      <Text size="sm" mb="lg">
        Sign in with your account. If you have none yet, ask an owner of the store to add you.
      </Text>
      <Button component={Link} href="/sign-in" fullWidth size="md">
        Go to sign in
      </Button>
    </WelcomeCard>
  )
}

function LinkNeeded() {
  return (
    <WelcomeCard
      title="Open the set-up link"
      description="Nobody has an account here yet. The first one is made with a one-time link."
    >
      <List size="sm" spacing="xs" type="ordered">
        <List.Item>Look at the window in which Relay was started.</List.Item>
        <List.Item>
          Open the link it printed; it ends in <Code>/set-up?token=…</Code>
        </List.Item>
        <List.Item>No link there any more? Start Relay again, and it prints a fresh one.</List.Item>
      </List>
    </WelcomeCard>
  )
}
