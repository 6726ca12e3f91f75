'use client'

import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { BackfillRequest } from '#lib/domain/order-backfill.ts'
import { FormFault } from '../form-fault.tsx'
import { addDays, startOfDay } from '../log/zone-day.ts'
import { Notice } from '../notice.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Moment } from '../time/moment.tsx'
import { useTimeZone } from '../time/time-zone.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'

const TEXTS = WEBHOOK_TEXTS.backfillForm

type BackfillFormProps = {
  startDate: string | null
  startBackfill: Deed<[BackfillRequest], null>
}

/** Asks for the period and, where it reaches behind the start date, what should hold. */
export function BackfillForm({ startDate, startBackfill }: BackfillFormProps) {
  const timeZone = useTimeZone()
  const { run, isRunning, fault } = useDeed(startBackfill)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [isMoved, setMoved] = useState(false)
  const fromAt = from === '' ? '' : startOfDay(from, timeZone).toISOString()
  const isBehind = startDate !== null && fromAt !== '' && fromAt < startDate
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const toAt = to === '' ? '' : endOfDay(to, timeZone)
    const request = { from: fromAt, to: toAt, isStartDateMoved: isBehind && isMoved }
    run([request], () => setMoved(false))
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFault fault={fault} />
        <Group gap="md" align="flex-end">
          <TextInput
            type="date"
            label={TEXTS.ordersPlacedFrom}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={TEXTS.untilTheEndOf}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button
            type="submit"
            loading={isRunning}
            leftSection={<IconHistory size={16} stroke={1.8} aria-hidden />}
          >
            {TEXTS.fetchTheseOrders}
          </Button>
        </Group>
        {isBehind && (
          <StartDateChoice startDate={startDate} isMoved={isMoved} setMoved={setMoved} />
        )}
      </Stack>
    </form>
  )
}

function endOfDay(day: string, timeZone: string): string {
  return new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1).toISOString()
}

type StartDateChoiceProps = {
  startDate: string
  isMoved: boolean
  setMoved: (isMoved: boolean) => void
}

function StartDateChoice({ startDate, isMoved, setMoved }: StartDateChoiceProps) {
  return (
    <Notice
      tone="wait"
      icon={<IconAlertTriangle size={18} />}
      title={
        <Worded
          text={TEXTS.thePeriodBeginsBefore}
          parts={{ moment: <Moment at={startDate} style="long" /> }}
        />
      }
    >
      {isMoved ? TEXTS.theStartDateMoves : TEXTS.ordersPlacedBeforeIt}
      <Checkbox
        mt="sm"
        checked={isMoved}
        onChange={(event) => setMoved(event.currentTarget.checked)}
        label={TEXTS.moveTheStartDate}
      />
    </Notice>
  )
}
