'use client'

import { lazy, Suspense } from 'react'
import type { RootFaultProps } from './root-fault.tsx'

// Next has every page bring this file with it, so what it shows comes when it is needed.
const RootFault = lazy(() => import('./root-fault.tsx'))

export default function RootError(props: RootFaultProps) {
  return (
    <Suspense>
      <RootFault {...props} />
    </Suspense>
  )
}
