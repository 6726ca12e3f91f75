'use client'

import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { modals } from '@mantine/modals'
import { IconEye, IconEyeOff, IconRotateClockwise } from '@tabler/icons-react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import { CopyField } from '../copy-field.tsx'
import { notifyDone } from '../notify.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import classes from './webhook-section.module.css'

type WebhookCredentialsProps = {
  connection: ConnectionView
  rotatePassword: Deed<[], { webhookPassword: string }>
}

export function WebhookCredentials({ connection, rotatePassword }: WebhookCredentialsProps) {
  const { webhookUrl, webhookUser, webhookPassword } = connection
  return (
    <>
      <div className={classes.fields}>
        <CopyField label="Webhook address" value={webhookUrl} />
        <CopyField label="User name" value={webhookUser} />
        {webhookPassword === null ? <HiddenPassword /> : <Password password={webhookPassword} />}
      </div>
      {webhookPassword !== null && <RotateButton rotatePassword={rotatePassword} />}
    </>
  )
}

function Password({ password }: { password: string }) {
  const [isShown, { toggle }] = useDisclosure(false)
  const label = isShown ? 'Hide password' : 'Show password'
  return (
    <CopyField
      label="Password"
      value={password}
      shown={isShown ? password : '•'.repeat(16)}
      extra={
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" size={30} onClick={toggle} aria-label={label}>
            {isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          </ActionIcon>
        </Tooltip>
      }
    />
  )
}

function HiddenPassword() {
  return (
    <div>
      <Text size="xs" fw={560} c="dimmed" mb={4}>
        Password
      </Text>
      <Text size="sm">Only owners and editors of this store see it.</Text>
    </div>
  )
}

function RotateButton({ rotatePassword }: Pick<WebhookCredentialsProps, 'rotatePassword'>) {
  const { run, isRunning, fault } = useDeed(rotatePassword)
  const ask = () =>
    modals.openConfirmModal({
      title: 'Make a new webhook password?',
      children: (
        <Text size="sm">
          The password shown here changes at once. UltraCart may go on with the old one for 24
          hours; enter the new one there before that time is over, or its events will be turned
          away.
        </Text>
      ),
      labels: { confirm: 'Make a new password', cancel: 'Keep the old one' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: () =>
        run([], () =>
          notifyDone('New password made', 'Enter it in UltraCart within the next 24 hours.'),
        ),
    })
  return (
    <Group gap="sm" mt="sm">
      <Button
        variant="default"
        size="xs"
        loading={isRunning}
        leftSection={<IconRotateClockwise size={15} stroke={1.8} aria-hidden />}
        onClick={ask}
      >
        Rotate password…
      </Button>
      {fault !== null && (
        <Text size="sm" c="var(--tone-bad-ink)" role="alert">
          {fault}
        </Text>
      )}
    </Group>
  )
}
