'use client'

import { Radio, Stack } from '@mantine/core'
import type { ResendMode } from '#lib/domain/bulk-resend.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'

const TEXTS = TRANSMISSION_TEXTS.modeChoice

type ModeChoiceProps = {
  mode: ResendMode
  /** Whether there are bytes that were sent before. */
  hasOriginal: boolean
  onChange: (mode: ResendMode) => void
}

/** The two ways to send something once more. */
export function ModeChoice({ mode, hasOriginal, onChange }: ModeChoiceProps) {
  return (
    <Radio.Group
      label={TEXTS.whatToSend}
      value={mode}
      onChange={(value) => onChange(value === 'original' ? 'original' : 'as-mapped-today')}
    >
      <Stack gap="sm" mt="xs">
        <Radio
          value="original"
          disabled={!hasOriginal}
          label={TEXTS.exactlyAsItWas}
          description={hasOriginal ? TEXTS.description : TEXTS.notPossibleYetIt}
        />
        <Radio
          value="as-mapped-today"
          label={TEXTS.withTodaysProductNames}
          description={TEXTS.theSameOrderMade}
        />
      </Stack>
    </Radio.Group>
  )
}
