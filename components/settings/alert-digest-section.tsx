'use client'

import { NativeSelect, Stack, Text } from '@mantine/core'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { ALERTS_TEXTS, hourInWords } from '../texts/alerts.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { useDeed } from '../use-deed.ts'
import type { AlertDeeds } from './alert-deeds.ts'

const TEXTS = ALERTS_TEXTS.digest
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type AlertDigestSectionProps = { hour: number; canEdit: boolean } & Pick<AlertDeeds, 'saveHour'>

/** When the daily digest goes out. */
export function AlertDigestSection({ hour, canEdit, saveHour }: AlertDigestSectionProps) {
  const { run, isRunning, fault } = useDeed(saveHour)
  const timeZone = useTimeZone()
  const choose = (chosen: number) =>
    run([chosen], () => notifyDone(TEXTS.saved(hourInWords(chosen))))
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description(timeZone)}>
      <Stack gap="sm">
        <FormFault fault={fault} />
        {canEdit ? (
          <NativeSelect
            label={TEXTS.hour}
            w={140}
            value={String(hour)}
            disabled={isRunning}
            data={HOURS.map((each) => ({ value: String(each), label: hourInWords(each) }))}
            onChange={(event) => choose(Number(event.currentTarget.value))}
          />
        ) : (
          <Text size="sm">{`${TEXTS.hour} ${hourInWords(hour)}`}</Text>
        )}
      </Stack>
    </SectionCard>
  )
}
