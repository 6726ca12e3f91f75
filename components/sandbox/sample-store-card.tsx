'use client'

import { SectionCard } from '../section-card.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'
import { type FillSampleStore, SampleStoreButton } from './sample-store-button.tsx'

const TEXTS = SANDBOX_TEXTS.sampleStoreCard

/** Offers the sample store where a store in the sandbox begins. */
export function SampleStoreCard({ fillSampleStore }: { fillSampleStore: FillSampleStore }) {
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <SampleStoreButton fillSampleStore={fillSampleStore} />
    </SectionCard>
  )
}
