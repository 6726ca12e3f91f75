'use client'

import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { CodeBlock } from './code-block.tsx'
import classes from './snapshot-section.module.css'

/** What UltraCart reported, as Relay understood it. */
export function SnapshotSection({ snapshot }: { snapshot: unknown }) {
  if (snapshot === null || snapshot === undefined) return null
  const json = JSON.stringify(snapshot, null, 2)
  return (
    <SectionCard
      title="What it came from"
      description="How the order stood at UltraCart when this was made, as Relay read it."
      action={<CopyButton value={json} label="snapshot" />}
    >
      <details className={classes.details}>
        <summary>Show as JSON</summary>
        <CodeBlock label="Snapshot as JSON" text={json} isWrapped />
      </details>
    </SectionCard>
  )
}
