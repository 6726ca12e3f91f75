'use client'

import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconEye, IconEyeOff, IconRotateClockwise } from '@tabler/icons-react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import { CopyField } from '../copy-field.tsx'
import { askFirst } from '../dialog/questions.ts'
import { notifyDone } from '../notify.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import classes from './webhook-section.module.css'

const TEXTS = WEBHOOK_TEXTS.webhookCredentials

type WebhookCredentialsProps = {
  connection: ConnectionView
  rotatePassword: Deed<[], { webhookPassword: string }>
}

export function WebhookCredentials({ connection, rotatePassword }: WebhookCredentialsProps) {
  const { webhookUrl, webhookUser, webhookPassword } = connection
  return (
    <>
      <div className={classes.fields}>
        <CopyField label={TEXTS.webhookAddress} value={webhookUrl} />
        <CopyField label={TEXTS.userName} value={webhookUser} />
        {webhookPassword === null ? <HiddenPassword /> : <Password password={webhookPassword} />}
      </div>
      {webhookPassword !== null && <RotateButton rotatePassword={rotatePassword} />}
    </>
  )
}

function Password({ password }: { password: string }) {
  const [isShown, { toggle }] = useDisclosure(false)
  const label = isShown ? TEXTS.hidePassword : TEXTS.showPassword
  return (
    <CopyField
      label={TEXTS.password}
      value={password}
      shown={isShown ? password : '•'.repeat(16)}
      extra={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          onClick={toggle}
          aria-label={label}
          title={label}
        >
          {isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
        </ActionIcon>
      }
    />
  )
}

function HiddenPassword() {
  return (
    <div>
      <Text size="xs" fw={560} c="dimmed" mb={4}>
        {TEXTS.password}
      </Text>
      <Text size="sm">{TEXTS.onlyOwnersAndEditors}</Text>
    </div>
  )
}

function RotateButton({ rotatePassword }: Pick<WebhookCredentialsProps, 'rotatePassword'>) {
  const { run, isRunning, fault } = useDeed(rotatePassword)
  const ask = () =>
    askFirst(
      {
        title: TEXTS.makeANewWebhook,
        consequence: TEXTS.thePasswordShownHere,
        confirm: TEXTS.makeANewPassword,
        cancel: TEXTS.keepTheOldOne,
      },
      () => run([], () => notifyDone(TEXTS.newPasswordMade, TEXTS.enterItInUltracart)),
    )
  return (
    <Group gap="sm" mt="sm">
      <Button
        variant="default"
        size="xs"
        loading={isRunning}
        leftSection={<IconRotateClockwise size={15} stroke={1.8} aria-hidden />}
        onClick={ask}
      >
        {TEXTS.rotatePassword}
      </Button>
      {fault !== null && (
        <Text size="sm" c="var(--tone-bad-ink)" role="alert">
          {fault}
        </Text>
      )}
    </Group>
  )
}
