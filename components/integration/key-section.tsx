'use client'

import { Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ConnectionTest, ConnectionView } from '#lib/domain/connection.ts'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import type { Deed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { KeyForm } from './key-form.tsx'
import { KeyModal } from './key-modal.tsx'
import classes from './key-section.module.css'
import { KeyTestNotice } from './key-test-notice.tsx'
import { SavedKey } from './saved-key.tsx'

const TEXTS = INTEGRATION_TEXTS.keySection

export type KeyDeeds = {
  saveKey: Deed<[apiKey: string], ConnectionTest>
  testKey: Deed<[], ConnectionTest>
}

type KeySectionProps = KeyDeeds & { connection: ConnectionView; canEdit: boolean }

export function KeySection({ connection, canEdit, saveKey, testKey }: KeySectionProps) {
  const [lastTest, setLastTest] = useState<ConnectionTest | null>(null)
  const [isOpen, { open, close }] = useDisclosure(false)
  const { apiKeyHint } = connection
  const onSaved = (test: ConnectionTest) => {
    setLastTest(test)
    if (test.isAccepted) notifyDone(TEXTS.keySaved, TEXTS.ontraportAcceptedIt)
  }
  return (
    <SectionCard id="key" title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        {apiKeyHint === null ? (
          <NoKey canEdit={canEdit} saveKey={saveKey} onSaved={onSaved} />
        ) : (
          <>
            <SavedKey
              hint={apiKeyHint}
              canEdit={canEdit}
              texts={{ test: TEXTS.testConnection, replace: TEXTS.replace }}
              testKey={testKey}
              onTested={setLastTest}
              onReplace={open}
            />
            <KeyModal isOpen={isOpen} onClose={close} saveKey={saveKey} onSaved={onSaved} />
          </>
        )}
        <KeyTestNotice test={lastTest} />
        <Text size="xs" c="dimmed" className={classes.address}>
          <Worded
            text={TEXTS.messagesGoTo}
            parts={{ code: <code>{connection.receiverUrl}</code> }}
          />
        </Text>
      </Stack>
    </SectionCard>
  )
}

type NoKeyProps = Pick<KeyDeeds, 'saveKey'> & {
  canEdit: boolean
  onSaved: (test: ConnectionTest) => void
}

function NoKey({ canEdit, saveKey, onSaved }: NoKeyProps) {
  if (canEdit) return <KeyForm saveKey={saveKey} onSaved={onSaved} />
  return <Text size="sm">{TEXTS.noKeyIsSaved}</Text>
}
