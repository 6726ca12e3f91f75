'use client'

import { Button, Group, Select, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { checkTimeZone } from '#lib/domain/account-fields.ts'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { nameZone } from '../time/format-moment.ts'

const TEXTS = PROFILE_TEXTS.about
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
/** More than these are found by typing. */
const MOST_SHOWN = 60
/** Stands for the store's zone, whichever store is shown. */
const STORE = ''

type ZoneChoiceProps = {
  zone: string | null
  storeZone: string
  onChoose: (zone: string | null) => void
}

/** Chooses a zone: the store's, any other by typing a part of its name, or this device's. */
export function ZoneChoice({ zone, storeZone, onChoose }: ZoneChoiceProps) {
  const deviceZone = useDeviceZone()
  return (
    <Stack gap="xs">
      <Select
        label={TEXTS.zone}
        description={TEXTS.zoneHint}
        maw={420}
        searchable
        limit={MOST_SHOWN}
        allowDeselect={false}
        nothingFoundMessage={TEXTS.noZone}
        data={[
          { value: STORE, label: TEXTS.storeZone(nameZone(storeZone)) },
          ...ZONES.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
        value={zone ?? STORE}
        onChange={(chosen) => onChoose(chosen === STORE ? null : chosen)}
      />
      {deviceZone !== null && deviceZone !== zone && (
        <Group>
          <Button variant="default" size="xs" onClick={() => onChoose(deviceZone)}>
            {TEXTS.ofDevice(nameZone(deviceZone))}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** The zone that this device is set to; null on the server, which does not know, and for one that is no choice. */
function useDeviceZone(): string | null {
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    setZone(checkTimeZone(timeZone) === null ? timeZone : null)
  }, [])
  return zone
}
