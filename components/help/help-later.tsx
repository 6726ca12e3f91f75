'use client'

import { type ComponentProps, Suspense } from 'react'
import { later } from '../later.ts'

const HelpNote = later(() => import('./help-note.tsx').then((file) => file.HelpNote))

/** A question with its answer on a page that seldom shows one: its text comes only then. */
export function HelpLater(props: ComponentProps<typeof HelpNote>) {
  return (
    <Suspense>
      <HelpNote {...props} />
    </Suspense>
  )
}
