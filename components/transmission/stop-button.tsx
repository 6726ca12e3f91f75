'use client'

import { Button } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { useDeed } from '../use-deed.ts'
import type { CloseTransmission } from './decision-notice.tsx'

const TEXTS = TRANSMISSION_TEXTS.stopButton

type StopButtonProps = { transmission: TransmissionDetail; close: CloseTransmission }

/** Ends the tries of one that did not get through. */
export function StopButton({ transmission, close }: StopButtonProps) {
  const { run, isRunning, fault } = useDeed(close)
  const stop = () =>
    run([{ id: transmission.id, as: 'failed' }], () =>
      notifyDone(TEXTS.stopped, TEXTS.itIsNotTried),
    )
  const ask = () =>
    askFirst(
      {
        title: TEXTS.stopTrying,
        consequence: consequence(transmission),
        confirm: TEXTS.stopTrying2,
        cancel: TEXTS.cancel,
      },
      stop,
    )
  return (
    <>
      <FormFault fault={fault} />
      <Button size="xs" variant="default" loading={isRunning} onClick={ask}>
        {TEXTS.stopTrying2}
      </Button>
    </>
  )
}

function consequence({ type }: TransmissionDetail): string {
  const refunds = type === 'sale' ? TEXTS.refundsOfThisOrder : ''
  return TEXTS.itStaysInThe(refunds)
}
