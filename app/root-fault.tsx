'use client'

import { LoadFault } from '#components/load-fault.tsx'
import { WelcomeFrame } from '#components/welcome/welcome-frame.tsx'

export type RootFaultProps = { error: Error & { digest?: string }; reset: () => void }

export default function RootFault({ error, reset }: RootFaultProps) {
  return (
    <WelcomeFrame>
      <LoadFault code={error.digest ?? null} onRetry={reset} />
    </WelcomeFrame>
  )
}
