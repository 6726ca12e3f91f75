'use client'

import { SimpleGrid, Text } from '@mantine/core'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import classes from './reconcile.module.css'

const TEXTS = RECONCILE_TEXTS.totalTiles

/** The two totals and what lies between them. */
export function TotalTiles({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, ultracartCents, ontraportCents, differenceCents } = figures
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" component="dl" m={0}>
      <Tile
        label={TEXTS.ultracart}
        hint={TEXTS.ordersLessRefunds}
        cents={ultracartCents}
        of={currency}
      />
      <Tile
        label={TEXTS.difference}
        hint={TEXTS.explainedBelow}
        cents={differenceCents}
        of={currency}
      />
      <Tile
        label={TEXTS.ontraportShouldShow}
        hint={TEXTS.acceptedWithoutShippingAnd}
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
