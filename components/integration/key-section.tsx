'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import type { ConnectionTest, ConnectionView } from '#lib/domain/connection.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { KeyForm } from './key-form.tsx'
import { KeyModal } from './key-modal.tsx'
import classes from './key-section.module.css'
import { KeyTestNotice } from './key-test-notice.tsx'

const TEXTS = INTEGRATION_TEXTS.keySection

export type KeyDeeds = {
  saveKey: Deed<[apiKey: string], ConnectionTest>
  testKey: Deed<[], ConnectionTest>
}

type KeySectionProps = KeyDeeds & { connection: ConnectionView; canEdit: boolean }

export function KeySection({ connection, canEdit, saveKey, testKey }: KeySectionProps) {
  const [lastTest, setLastTest] = useState<ConnectionTest | null>(null)
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
          <SavedKey
            hint={apiKeyHint}
            canEdit={canEdit}
            saveKey={saveKey}
            testKey={testKey}
            onTested={setLastTest}
            onSaved={onSaved}
          />
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

type SavedKeyProps = KeyDeeds & {
  hint: string
  canEdit: boolean
  onTested: (test: ConnectionTest) => void
  onSaved: (test: ConnectionTest) => void
}

function SavedKey({ hint, canEdit, saveKey, testKey, onTested, onSaved }: SavedKeyProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const test = useDeed(testKey)
  return (
    <>
      <Group gap="md">
        <span className={classes.key}>
          <IconKey size={17} stroke={1.8} aria-hidden />
          <span className={classes.hint}>{hint}</span>
        </span>
        {canEdit && (
          <Group gap="xs">
            <Button
              variant="default"
              loading={test.isRunning}
              leftSection={<IconPlugConnected size={16} stroke={1.8} aria-hidden />}
              onClick={() => test.run([], onTested)}
            >
              {TEXTS.testConnection}
            </Button>
            <Button variant="default" onClick={open}>
              {TEXTS.replace}
            </Button>
          </Group>
        )}
      </Group>
      <FormFault fault={test.fault} />
      <KeyModal isOpen={isOpen} onClose={close} saveKey={saveKey} onSaved={onSaved} />
    </>
  )
}
