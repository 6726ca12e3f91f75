'use client'

import { Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_API_TEXTS } from '../texts/integration-api.ts'
import type { Deed } from '../use-deed.ts'
import { AppModal, type SaveApp } from './app-form.tsx'
import { KeyTestNotice } from './key-test-notice.tsx'
import { SavedKey } from './saved-key.tsx'

const TEXTS = INTEGRATION_API_TEXTS.app

type AppSectionProps = {
  appIdHint: string | null
  canEdit: boolean
  saveApp: SaveApp
  testKey: Deed<[], ConnectionTest>
}

/** The App ID and key in use, their test, and other ones. */
export function AppSection({ appIdHint, canEdit, saveApp, testKey }: AppSectionProps) {
  const [lastTest, setLastTest] = useState<ConnectionTest | null>(null)
  const [isOpen, { open, close }] = useDisclosure(false)
  const onSaved = (saved: ConnectionTest) => {
    setLastTest(saved)
    notifyDone(TEXTS.saved, TEXTS.accepted)
  }
  return (
    <SectionCard id="key" title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <SavedKey
          hint={appIdHint}
          canEdit={canEdit}
          texts={TEXTS}
          testKey={testKey}
          onTested={setLastTest}
          onReplace={open}
        />
        <KeyTestNotice test={lastTest} />
        <AppModal isOpen={isOpen} onClose={close} saveApp={saveApp} onSaved={onSaved} />
      </Stack>
    </SectionCard>
  )
}
