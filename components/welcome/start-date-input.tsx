'use client'

import { Radio, Stack, Text, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'

export type StartChoice = 'now' | 'date'

type StartDateInputProps = {
  choice: GetInputPropsReturnType
  moment: GetInputPropsReturnType
  isDateChosen: boolean
}

/** From when on orders are told. */
export function StartDateInput({ choice, moment, isDateChosen }: StartDateInputProps) {
  return (
    <Radio.Group
      label="Relay orders placed from"
      description="Orders placed earlier are never sent, even when UltraCart reports them again. So ONTRAPORT does not get twice what it already has."
      {...choice}
    >
      <Stack gap="sm" mt="sm">
        <Radio value="now" label="Now" />
        <Radio value="date" label="A date I choose" />
        {isDateChosen && (
          <TextInput
            ml={30}
            maw={280}
            type="datetime-local"
            aria-label="Relay orders placed from this date"
            description={<ZoneNote />}
            inputWrapperOrder={['input', 'description', 'error']}
            {...moment}
          />
        )}
      </Stack>
    </Radio.Group>
  )
}

/** The chosen start as ISO 8601 in UTC; the date is read in this computer's zone. */
export function readStartDate(choice: StartChoice, startAt: string): string {
  return (choice === 'now' ? new Date() : new Date(startAt)).toISOString()
}

function ZoneNote() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <Text span size="xs">
      In the time of this computer ({timeZone.replaceAll('_', ' ')}).
    </Text>
  )
}
