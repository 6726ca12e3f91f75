'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_API_TEXTS } from '../texts/integration-api.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { AppModal, type SaveApp } from './app-form.tsx'
import classes from './key-section.module.css'
import { KeyTestNotice } from './key-test-notice.tsx'

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
  const test = useDeed(testKey)
  const onSaved = (saved: ConnectionTest) => {
    setLastTest(saved)
    notifyDone(TEXTS.saved, TEXTS.accepted)
  }
  return (
    <SectionCard id="key" title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <Group gap="md">
          <span className={classes.key}>
            <IconKey size={17} stroke={1.8} aria-hidden />
            <span className={classes.hint}>{appIdHint}</span>
          </span>
          {canEdit && (
            <Group gap="xs">
              <Button
                variant="default"
                loading={test.isRunning}
                leftSection={<IconPlugConnected size={16} stroke={1.8} aria-hidden />}
                onClick={() => test.run([], setLastTest)}
              >
                {TEXTS.test}
              </Button>
              <Button variant="default" onClick={open}>
                {TEXTS.replace}
              </Button>
            </Group>
          )}
        </Group>
        <FormFault fault={test.fault} />
        <KeyTestNotice test={lastTest} />
        <Text size="sm" c="dimmed">
          {TEXTS.products}
        </Text>
        <AppModal isOpen={isOpen} onClose={close} saveApp={saveApp} onSaved={onSaved} />
      </Stack>
    </SectionCard>
  )
}
