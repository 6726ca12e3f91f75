'use client'

import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ALERT_KINDS, type AlertKind } from '#lib/domain/alert.ts'
import {
  type AlertChannelKind,
  type AlertChannelView,
  checkMailAddress,
  checkTells,
  checkWebhookUrl,
  readTells,
} from '#lib/domain/alert-channel.ts'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'
import { useDeed } from '../use-deed.ts'
import type { AlertDeeds } from './alert-deeds.ts'

const TEXTS = ALERTS_TEXTS.form

const FIRST_CHOICE: AlertKind[] = ['bad', 'recovery', 'silence']

type AlertChannelFormProps = Pick<AlertDeeds, 'save'> & {
  channel: AlertChannelView | null
  kind: AlertChannelKind
  onDone: () => void
}

/** Where alerts go and of what they tell. The address of a chat that is saved is not shown, and stays when nothing is typed. */
export function AlertChannelForm({ channel, kind, save, onDone }: AlertChannelFormProps) {
  const { run, isRunning, fault } = useDeed(save)
  const isKept = channel !== null && kind === 'webhook'
  const form = useForm<{ target: string; tells: string[] }>({
    initialValues: {
      target: isKept ? '' : (channel?.target ?? ''),
      tells: channel?.tells ?? FIRST_CHOICE,
    },
    validate: {
      target: (target) => (isKept && target.trim() === '' ? null : check(kind, target.trim())),
      tells: (tells) => checkTells(readTells(tells)),
    },
  })
  const submit = ({ target, tells }: { target: string; tells: string[] }) => {
    const given = isKept && target.trim() === '' ? null : target.trim()
    const wish = { id: channel?.id ?? null, kind, target: given, tells: readTells(tells) }
    run([wish], (saved) => {
      notifyDone(TEXTS.saved(saved.target))
      onDone()
    })
  }
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label={TEXTS[kind]}
          description={describe(kind, isKept ? channel.target : null)}
          type={kind === 'mail' ? 'email' : 'url'}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('target')}
        />
        <Checkbox.Group label={TEXTS.tells} {...form.getInputProps('tells')}>
          <Stack gap="sm" mt="xs">
            {ALERT_KINDS.map((each) => (
              <Checkbox
                key={each}
                value={each}
                label={ALERTS_TEXTS.kinds[each].label}
                description={ALERTS_TEXTS.kinds[each].meaning}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormButtons submit={TEXTS.submit} isRunning={isRunning} onCancel={onDone} />
      </Stack>
    </form>
  )
}

/** Whether an address without encryption will do is for the server to say. */
function check(kind: AlertChannelKind, target: string): string | null {
  return kind === 'mail' ? checkMailAddress(target) : checkWebhookUrl(target, true)
}

function describe(kind: AlertChannelKind, hint: string | null): string | undefined {
  if (kind === 'mail') return undefined
  return hint === null ? TEXTS.webhookHelp : TEXTS.keepHelp(hint)
}
