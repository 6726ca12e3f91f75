'use client'

import { SimpleGrid, Text } from '@mantine/core'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import classes from './reconcile.module.css'

/** The two totals and what lies between them. */
export function TotalTiles({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, ultracartCents, ontraportCents, differenceCents } = figures
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" component="dl" m={0}>
      <Tile label="UltraCart" hint="orders less refunds" cents={ultracartCents} of={currency} />
      <Tile label="Difference" hint="explained below" cents={differenceCents} of={currency} />
      <Tile
        label="ONTRAPORT should show"
        hint="accepted, without shipping and handling"
        cents={ontraportCents}
        of={currency}
      />
    </SimpleGrid>
  )
}

type TileProps = { label: string; hint: string; cents: number; of: string }

function Tile({ label, hint, cents, of }: TileProps) {
  return (
    <div className={classes.tile}>
      <Text size="sm" c="dimmed" component="dt">
        {label}
      </Text>
      <dd className={classes.value}>
        {formatAmount(cents, of)}
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      </dd>
    </div>
  )
}
