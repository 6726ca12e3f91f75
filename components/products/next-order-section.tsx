'use client'

import { Anchor } from '@mantine/core'
import type { NextOrderPreview } from '#lib/domain/product.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { LineTable } from '../transmission/lines-section.tsx'

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
      title="What the next order would say"
      description={describe(preview, itemId)}
      isFlush
    >
      {preview !== null && <LineTable lines={preview.lines} currency={preview.currency} />}
    </SectionCard>
  )
}

function describe(preview: NextOrderPreview | null, itemId: string | null) {
  if (preview === null) return `There is no item ${itemId}.`
  if (preview.orderId === null)
    return `No recent order has ${itemId}; this is its own line, with the name of today.`
  return (
    <>
      The lines of the last order{itemId === null ? '' : ` with ${itemId}`},{' '}
      <Anchor
        component={Link}
        href={logPath({ reference: preview.orderId })}
        inherit
        underline="always"
      >
        {preview.orderId}
      </Anchor>
      , as they would be sent with the names of today.
    </>
  )
}
