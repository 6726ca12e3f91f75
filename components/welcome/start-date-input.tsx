'use client'

import { Radio, Stack, Text, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { WELCOME_TEXTS } from '../texts/welcome.ts'

const TEXTS = WELCOME_TEXTS.startDateInput

export type StartChoice = 'now' | 'date'

type StartDateInputProps = {
  choice: GetInputPropsReturnType
  moment: GetInputPropsReturnType
  isDateChosen: boolean
}

/** From when on orders are told. */
export function StartDateInput({ choice, moment, isDateChosen }: StartDateInputProps) {
  return (
    <Radio.Group label={TEXTS.relayOrdersPlacedFrom} description={TEXTS.description} {...choice}>
      <Stack gap="sm" mt="sm">
        <Radio value="now" label={TEXTS.now} />
        <Radio value="date" label={TEXTS.aDateIChoose} />
        {isDateChosen && (
          <TextInput
            ml={30}
            maw={280}
            type="datetime-local"
            aria-label={TEXTS.fromThisDate}
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
      {TEXTS.inTheTimeOf(timeZone.replaceAll('_', ' '))}
    </Text>
  )
}
