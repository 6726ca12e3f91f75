'use client'

import { lazy, Suspense } from 'react'

// Next has every page bring this file with it, so what it shows comes when it is needed.
const LostFrame = lazy(() => import('./lost-frame.tsx'))

export function LostPage() {
  return (
    <Suspense>
      <LostFrame />
    </Suspense>
  )
}
