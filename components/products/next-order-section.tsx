'use client'

import { Anchor } from '@mantine/core'
import type { NextOrderPreview } from '#lib/domain/product.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { LineTable } from '../transmission/lines-section.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = PRODUCTS_TEXTS.nextOrderSection

type NextOrderSectionProps = {
  preview: NextOrderPreview | null
  /** The item that was asked for. */
  itemId: string | null
}

/** What a message of today would say: the last order's lines, or those of an item. */
export function NextOrderSection({ preview, itemId }: NextOrderSectionProps) {
  if (preview === null && itemId === null) return null
  return (
    <SectionCard
      id="next-order"
      title={TEXTS.title}
      description={describe(preview, itemId)}
      isFlush
    >
      {preview !== null && <LineTable lines={preview.lines} currency={preview.currency} />}
    </SectionCard>
  )
}

function describe(preview: NextOrderPreview | null, itemId: string | null) {
  if (preview === null) return TEXTS.thereIsNoItem(itemId ?? '')
  if (preview.orderId === null) return TEXTS.noRecentOrderHas(itemId ?? '')
  return (
    <Worded
      text={TEXTS.theLinesOfThe}
      parts={{
        more: itemId === null ? '' : TEXTS.with(itemId),
        anchor: (
          <Anchor
            component={Link}
            href={logPath({ reference: preview.orderId })}
            inherit
            underline="always"
          >
            {preview.orderId}
          </Anchor>
        ),
      }}
    />
  )
}
