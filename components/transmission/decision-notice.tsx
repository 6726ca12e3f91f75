'use client'

import { Button, Group } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import type { TransmissionDetail, TransmissionRow } from '#lib/domain/transmission.ts'
import { askFirst } from '../dialog/questions.ts'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { ResendButton } from './resend-button.tsx'
import type { ResendTransmission } from './resend-form.tsx'

const TEXTS = TRANSMISSION_TEXTS.decisionNotice

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
    run([{ id, as }], () => notifyDone(TEXTS.decided, WORDS[as].done))
  const ask = (as: Closing['as']) =>
    askFirst({ ...WORDS[as], cancel: TEXTS.cancel }, () => decide(as))
  return (
    <Notice
      tone="ask"
      title={isUnconfirmed ? TEXTS.title : TEXTS.itsSaleHasFailed}
      icon={<IconHelp size={20} stroke={1.8} />}
      action={
        canEdit && (
          <Group gap="xs">
            {isUnconfirmed && (
              <Button variant="default" loading={isRunning} onClick={() => ask('sent')}>
                {TEXTS.itArrived}
              </Button>
            )}
            {isUnconfirmed && (
              <ResendButton transmission={transmission} label={TEXTS.sendAgain} resend={resend} />
            )}
            <Button variant="default" loading={isRunning} onClick={() => ask('failed')}>
              {TEXTS.closeWithoutSending}
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

const RESTORED = TEXTS.thisStoreWasRestored
const UNCONFIRMED = TEXTS.itWasSentAnd
const SALE_FAILED = TEXTS.aRefundGoesOut

const WORDS = {
  sent: {
    title: TEXTS.markItAsArrived,
    consequence: TEXTS.itWillNotBe,
    confirm: TEXTS.itArrived,
    done: TEXTS.markedAsArrived,
  },
  failed: {
    title: TEXTS.closeItWithoutSending,
    consequence: TEXTS.itStaysInThe,
    confirm: TEXTS.closeIt,
    done: TEXTS.closedWithoutSending,
  },
} as const
