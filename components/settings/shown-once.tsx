'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { CopyField } from '../copy-field.tsx'

type ShownOnceProps = {
  texts: { explain: string; field: string; close: string }
  value: string
  onClose: () => void
}

/** A secret that was just made, and is shown this once. */
export function ShownOnce({ texts, value, onClose }: ShownOnceProps) {
  return (
    <Stack>
      <Text size="sm">{texts.explain}</Text>
      <CopyField label={texts.field} value={value} />
      <Group>
        <Button onClick={onClose}>{texts.close}</Button>
      </Group>
    </Stack>
  )
}
