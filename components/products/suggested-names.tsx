'use client'

import { Button, Group, Text } from '@mantine/core'
import type { ListedProductRow } from '#lib/domain/product.ts'
import { FormFault } from '../form-fault.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.suggestedNames

type SuggestedNamesProps = { product: ListedProductRow; setName: SetName }

/** Names like this item's; a click takes one over, and can be undone. */
export function SuggestedNames({ product, setName }: SuggestedNamesProps) {
  const { save, isRunning, fault } = useSetName(setName)
  if (product.suggestions.length === 0) return null
  return (
    <>
      <Group gap={6} mt={6}>
        <Text size="xs" c="dimmed">
          {TEXTS.similar}
        </Text>
        {product.suggestions.map(({ name, usedBy }) => (
          <Button
            key={name}
            size="compact-xs"
            variant="light"
            mih={24}
            maw="100%"
            aria-label={TEXTS.sendAs(product.itemId, name)}
            title={usedBy.length === 0 ? undefined : TEXTS.title(usedBy.join(', '))}
            disabled={isRunning}
            onClick={() => save(product, name, () => {})}
          >
            {usedBy[0] === undefined ? name : TEXTS.as(name, usedBy[0])}
          </Button>
        ))}
      </Group>
      <FormFault fault={fault} />
    </>
  )
}
