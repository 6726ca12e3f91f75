'use client'

import { SectionCard } from '../section-card.tsx'
import { type FillSampleStore, SampleStoreButton } from './sample-store-button.tsx'

/** Offers the sample store where a store in the sandbox begins. */
export function SampleStoreCard({ fillSampleStore }: { fillSampleStore: FillSampleStore }) {
  return (
    <SectionCard
      title="See it work before you go live"
      description="An invented store reports two hours of its life through the real webhook address: paid, held, refunded, test and free orders, a subscription that renews, declines and ends, and two items under one name. All of it stays in the sandbox."
    >
      <SampleStoreButton fillSampleStore={fillSampleStore} />
    </SectionCard>
  )
}
