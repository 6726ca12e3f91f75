'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import type { HelpNote as Note } from './help-note.tsx'

const HelpNote = lazy(() => import('./help-note.tsx').then((file) => ({ default: file.HelpNote })))

/** A question with its answer on a page that seldom shows one: its text comes only then. */
export function HelpLater(props: ComponentProps<typeof Note>) {
  return (
    <Suspense>
      <HelpNote {...props} />
    </Suspense>
  )
}
