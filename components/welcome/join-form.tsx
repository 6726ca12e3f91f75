'use client'

import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import type { InvitationView } from '#lib/domain/member.ts'
import { JOIN_TEXTS } from '../texts/join.ts'
import { ROLE_WORDS } from '../texts/role-words.ts'
import { AcceptForm, JoinSignInForm } from './join-known.tsx'
import { type JoinDeeds, JoinNewForm } from './join-new-form.tsx'
import { WelcomeCard } from './welcome-card.tsx'

type JoinFormProps = {
  invitation: InvitationView
  /** Who is signed in at this browser, if anybody. */
  signedInEmail: string | null
  deeds: JoinDeeds
  onDone: () => void
}

/**
 * Joins a store by an invitation. It offers both ways to everybody: whether the
 * address has an account here is nothing that a link may tell.
 */
export function JoinForm({ invitation, signedInEmail, deeds, onDone }: JoinFormProps) {
  const { merchantName, email, role } = invitation
  return (
    <WelcomeCard
      title={JOIN_TEXTS.title(merchantName)}
      description={JOIN_TEXTS.description(email, ROLE_WORDS[role])}
    >
      {signedInEmail === email ? (
        <AcceptForm deeds={deeds} onDone={onDone} />
      ) : (
        <Stack>
          {signedInEmail !== null && <Text size="sm">{JOIN_TEXTS.signedInAs(signedInEmail)}</Text>}
          <BothWays deeds={deeds} onDone={onDone} />
        </Stack>
      )}
    </WelcomeCard>
  )
}

function BothWays(props: { deeds: JoinDeeds; onDone: () => void }) {
  const [way, setWay] = useState('new')
  const labelId = useId()
  return (
    <>
      <Text size="sm" fw={560} id={labelId}>
        {JOIN_TEXTS.choice}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={way}
        onChange={setWay}
        data={[
          { value: 'new', label: JOIN_TEXTS.isNew },
          { value: 'known', label: JOIN_TEXTS.hasAccount },
        ]}
      />
      {way === 'new' ? <JoinNewForm {...props} /> : <JoinSignInForm {...props} />}
    </>
  )
}
