'use client'

import { Radio, Stack } from '@mantine/core'
import type { ResendMode } from '#lib/domain/bulk-resend.ts'

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
      label="What to send"
      value={mode}
      onChange={(value) => onChange(value === 'original' ? 'original' : 'as-mapped-today')}
    >
      <Stack gap="sm" mt="xs">
        <Radio
          value="original"
          disabled={!hasOriginal}
          label="Exactly as it was sent"
          description={
            hasOriginal
              ? 'The same XML, byte for byte, with the product names of that time.'
              : 'Not possible yet: it has never been sent.'
          }
        />
        <Radio
          value="as-mapped-today"
          label="With today’s product names"
          description="The same order, made into XML anew. Choose this after you changed a product name."
        />
      </Stack>
    </Radio.Group>
  )
}
