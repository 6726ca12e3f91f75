'use client'

import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import type { CloseTransmission } from './decision-notice.tsx'

type StopButtonProps = { transmission: TransmissionDetail; close: CloseTransmission }

/** Ends the tries of one that did not get through. */
export function StopButton({ transmission, close }: StopButtonProps) {
  const { run, isRunning, fault } = useDeed(close)
  const stop = () =>
    run([{ id: transmission.id, as: 'failed' }], () =>
      notifyDone('Stopped', 'It is not tried again by itself.'),
    )
  const ask = () =>
    modals.openConfirmModal({
      title: 'Stop trying?',
      children: <Text size="sm">{consequence(transmission)}</Text>,
      labels: { confirm: 'Stop trying', cancel: 'Cancel' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: stop,
    })
  return (
    <>
      <FormFault fault={fault} />
      <Button size="xs" variant="default" loading={isRunning} onClick={ask}>
        Stop trying
      </Button>
    </>
  )
}

function consequence({ type }: TransmissionDetail): string {
  const refunds = type === 'sale' ? ' Refunds of this order wait until the sale is sent.' : ''
  return `It stays in the log as failed, and you can send it again at any time.${refunds}`
}
