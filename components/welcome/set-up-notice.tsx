'use client'

import { Button, Code, List, Text } from '@mantine/core'
import { Link } from '../navigation.tsx'
import { WELCOME_TEXTS } from '../texts/welcome.ts'
import { Worded } from '../worded.tsx'
import { WelcomeCard } from './welcome-card.tsx'

const TEXTS = WELCOME_TEXTS.setUpNotice

/** Stands where the set-up would be, when there is nothing to set up or no link to do it with. */
export function SetUpNotice({ kind }: { kind: 'done' | 'link-needed' }) {
  return kind === 'done' ? <AlreadyDone /> : <LinkNeeded />
}

function AlreadyDone() {
  return (
    <WelcomeCard title={TEXTS.title} description={TEXTS.description}>
      <Text size="sm" mb="lg">
        {TEXTS.signInWithYour}
      </Text>
      <Button component={Link} href="/sign-in" fullWidth size="md">
        {TEXTS.goToSignIn}
      </Button>
    </WelcomeCard>
  )
}

function LinkNeeded() {
  return (
    <WelcomeCard title={TEXTS.openTheSetUp} description={TEXTS.nobodyHasAnAccount}>
      <List size="sm" spacing="xs" type="ordered">
        <List.Item>{TEXTS.lookAtTheWindow}</List.Item>
        <List.Item>
          <Worded text={TEXTS.openTheLinkIt} parts={{ code: <Code>{TEXTS.setUpToken}</Code> }} />
        </List.Item>
        <List.Item>{TEXTS.noLinkThereAny}</List.Item>
      </List>
    </WelcomeCard>
  )
}
