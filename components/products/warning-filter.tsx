'use client'

import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import {
  PRODUCT_WARNINGS,
  type ProductWarning,
  type WarningCounts,
} from '#lib/domain/product-warnings.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'

const TEXTS = PRODUCTS_TEXTS.warningFilter

const WARNING_WORDS: Record<ProductWarning, string> = {
  unmapped: TEXTS.soldNoNameEntered,
  'same-name': TEXTS.sameNameTwice,
  copied: TEXTS.copiedOapproductid,
}

type WarningFilterProps = {
  counts: WarningCounts
  chosen: ProductWarning | null
  choose: (warning: ProductWarning | null) => void
}

/** How many names are doubtful, and why; a click shows only these, a second one all again. */
export function WarningFilter({ counts, chosen, choose }: WarningFilterProps) {
  const shown = PRODUCT_WARNINGS.filter((warning) => counts[warning] > 0 || warning === chosen)
  if (shown.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={TEXTS.warnings}>
      <Text size="sm" c="dimmed">
        {TEXTS.toCheck}
      </Text>
      {shown.map((warning) => (
        <Button
          key={warning}
          size="xs"
          variant={warning === chosen ? 'filled' : 'default'}
          aria-pressed={warning === chosen}
          leftSection={<IconAlertTriangle size={15} stroke={1.8} aria-hidden />}
          onClick={() => choose(warning === chosen ? null : warning)}
        >
          {counts[warning].toLocaleString('en-US')} {WARNING_WORDS[warning]}
        </Button>
      ))}
    </Group>
  )
}
