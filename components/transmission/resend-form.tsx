'use client'

import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResendMode } from '#lib/domain/bulk-resend.ts'
import type { TransmissionDetail, TransmissionRow } from '#lib/domain/transmission.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { nameResendRisk } from '../texts/resend-risk.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { ModeChoice } from './mode-choice.tsx'

const TEXTS = TRANSMISSION_TEXTS.resendForm

export type ResendWish = { id: string; mode: ResendMode; nonce: string; isSentAllowed: boolean }
export type ResendTransmission = Deed<[wish: ResendWish], TransmissionRow>

type ResendFormProps = {
  transmission: TransmissionDetail
  nonce: string
  resend: ResendTransmission
  onClose: () => void
}

export function ResendForm({ transmission, nonce, resend, onClose }: ResendFormProps) {
  const { id, attempts, status } = transmission
  const hasOriginal = attempts.length > 0
  const [mode, setMode] = useState<ResendMode>(hasOriginal ? 'original' : 'as-mapped-today')
  const [isRiskTaken, setRiskTaken] = useState(false)
  const { run, isRunning, fault } = useDeed(resend)
  const risk = nameResendRisk(transmission)
  const submit = () =>
    run([{ id, mode, nonce, isSentAllowed: status === 'sent' && isRiskTaken }], () => {
      notifyDone(TEXTS.queued, TEXTS.itGoesOutAs)
      onClose()
    })
  return (
    <Stack>
      <FormFault fault={fault} />
      <ModeChoice mode={mode} hasOriginal={hasOriginal} onChange={setMode} />
      {risk !== null && (
        <Notice tone="ask" title={risk} icon={<IconAlertTriangle size={18} stroke={1.8} />} />
      )}
      {risk !== null && (
        <Checkbox
          label={TEXTS.iHaveReadThis}
          checked={isRiskTaken}
          onChange={(event) => setRiskTaken(event.currentTarget.checked)}
        />
      )}
      <Group gap="xs">
        <Button
          color={risk === null ? 'ink' : 'red.8'}
          loading={isRunning}
          disabled={risk !== null && !isRiskTaken}
          onClick={submit}
        >
          {TEXTS.sendAgain}
        </Button>
        <Button variant="default" onClick={onClose}>
          {TEXTS.cancel}
        </Button>
      </Group>
    </Stack>
  )
}
