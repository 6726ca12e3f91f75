'use client'

import { Button, Group, Stack } from '@mantine/core'
import { IconWebhook } from '@tabler/icons-react'
import { useState } from 'react'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { FormFault } from '../form-fault.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { SetUpNotice } from './set-up-notice.tsx'

const TEXTS = WEBHOOK_TEXTS.webhookSetUpPanel

type WebhookSetUpPanelProps = {
  trySetUp: Deed<[], WebhookSetUp>
  setUp: Deed<[], WebhookSetUp>
}

/** Shows what would change at UltraCart, and changes it when the merchant agrees. */
export function WebhookSetUpPanel({ trySetUp, setUp }: WebhookSetUpPanelProps) {
  const looking = useDeed(trySetUp)
  const doing = useDeed(setUp)
  const [shown, setShown] = useState<{ set: WebhookSetUp; isDone: boolean } | null>(null)
  const isPlan = shown !== null && !shown.isDone && shown.set.kind !== 'nothing'
  return (
    <Stack>
      <FormFault fault={doing.fault ?? looking.fault} />
      {shown !== null && <SetUpNotice {...shown} />}
      <Group gap="xs">
        {isPlan && (
          <Button
            loading={doing.isRunning}
            onClick={() => doing.run([], (set) => setShown({ set, isDone: true }))}
          >
            {shown.set.kind === 'create' ? TEXTS.makeIt : TEXTS.changeIt}
          </Button>
        )}
        <Button
          variant={shown === null ? 'filled' : 'default'}
          loading={looking.isRunning}
          disabled={doing.isRunning}
          leftSection={<IconWebhook size={16} stroke={1.8} aria-hidden />}
          onClick={() => {
            doing.clearFault()
            looking.run([], (set) => setShown({ set, isDone: false }))
          }}
        >
          {shown === null ? TEXTS.seeWhatWouldChange : TEXTS.lookAgain}
        </Button>
      </Group>
    </Stack>
  )
}
