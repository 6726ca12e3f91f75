'use client'

import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconHelp } from '@tabler/icons-react'
import type { TransmissionDetail, TransmissionRow } from '#lib/domain/transmission.ts'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { ResendButton } from './resend-button.tsx'
import type { ResendTransmission } from './resend-form.tsx'

export type Closing = { id: string; as: 'sent' | 'failed' }
export type CloseTransmission = Deed<[closing: Closing], TransmissionRow>

type DecisionNoticeProps = {
  transmission: TransmissionDetail
  canEdit: boolean
  resend: ResendTransmission
  close: CloseTransmission
}

/** Asks a person for what no machine can know. */
export function DecisionNotice({ transmission, canEdit, resend, close }: DecisionNoticeProps) {
  const { id, status, reasonCode } = transmission
  const { run, isRunning, fault } = useDeed(close)
  const isUnconfirmed = status === 'unconfirmed'
  if (!isUnconfirmed && !(status === 'held' && reasonCode === 'sale-failed')) return null
  const decide = (as: Closing['as']) =>
    run([{ id, as }], () => notifyDone('Decided', WORDS[as].done))
  const ask = (as: Closing['as']) =>
    modals.openConfirmModal({
      title: WORDS[as].question,
      children: <Text size="sm">{WORDS[as].consequence}</Text>,
      labels: { confirm: WORDS[as].confirm, cancel: 'Cancel' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: () => decide(as),
    })
  return (
    <Notice
      tone="ask"
      title={isUnconfirmed ? 'Did it arrive? Please look in ONTRAPORT.' : 'Its sale has failed.'}
      icon={<IconHelp size={20} stroke={1.8} />}
      action={
        canEdit && (
          <Group gap="xs">
            {isUnconfirmed && (
              <Button variant="default" loading={isRunning} onClick={() => ask('sent')}>
                It arrived
              </Button>
            )}
            {isUnconfirmed && (
              <ResendButton transmission={transmission} label="Send again…" resend={resend} />
            )}
            <Button variant="default" loading={isRunning} onClick={() => ask('failed')}>
              Close without sending
            </Button>
          </Group>
        )
      }
    >
      {fault ?? explain(transmission)}
    </Notice>
  )
}

function explain({ status, reasonCode }: TransmissionDetail): string {
  if (status !== 'unconfirmed') return SALE_FAILED
  return reasonCode === 'restored' ? RESTORED : UNCONFIRMED
}

const RESTORED =
  'This store was restored from a backup, and this may have been sent in the time that is lost. What comes after it waits for your decision.'
const UNCONFIRMED =
  'It was sent, and the connection broke before ONTRAPORT answered. What comes after it waits for your decision.'
const SALE_FAILED =
  'A refund goes out only after its sale. Send the sale again, or close this one without sending.'

const WORDS = {
  sent: {
    question: 'Mark it as arrived?',
    consequence: 'It will not be sent again, and what waits behind it goes on.',
    confirm: 'It arrived',
    done: 'Marked as arrived.',
  },
  failed: {
    question: 'Close it without sending?',
    consequence: 'It stays in the log as failed, and what waits behind it goes on.',
    confirm: 'Close it',
    done: 'Closed without sending.',
  },
} as const
