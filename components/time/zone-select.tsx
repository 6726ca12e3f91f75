'use client'

import { Select } from '@mantine/core'

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((value) => ({
  value,
  label: value.replaceAll('_', ' '),
}))
/** More than these are found by typing. */
const MOST_SHOWN = 60

type ZoneSelectProps = {
  label: string
  description: string
  noZone: string
  zone: string
  /** What stands before all zones, such as the store's. */
  first?: { value: string; label: string }
  isDisabled?: boolean
  onChoose: (zone: string) => void
}

/** Chooses a time zone, by typing a part of its name. */
export function ZoneSelect(props: ZoneSelectProps) {
  const { label, description, noZone, zone, first, isDisabled = false, onChoose } = props
  return (
    <Select
      label={label}
      description={description}
      maw={420}
      searchable
      limit={MOST_SHOWN}
      allowDeselect={false}
      nothingFoundMessage={noZone}
      disabled={isDisabled}
      data={first === undefined ? ZONES : [first, ...ZONES]}
      value={zone}
      onChange={(chosen) => onChoose(chosen ?? zone)}
    />
  )
}
