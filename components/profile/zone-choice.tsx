'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { checkTimeZone } from '#lib/domain/account-fields.ts'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { nameZone } from '../time/format-moment.ts'
import { ZoneSelect } from '../time/zone-select.tsx'

const TEXTS = PROFILE_TEXTS.about
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
      <ZoneSelect
        label={TEXTS.zone}
        description={TEXTS.zoneHint}
        noZone={TEXTS.noZone}
        zone={zone ?? STORE}
        first={{ value: STORE, label: TEXTS.storeZone(nameZone(storeZone)) }}
        onChoose={(chosen) => onChoose(chosen === STORE ? null : chosen)}
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
