'use client'

import { LoadFault } from '#components/load-fault.tsx'
import { WelcomeFrame } from '#components/welcome/welcome-frame.tsx'

type RootErrorProps = { error: Error & { digest?: string }; reset: () => void }

export default function RootError({ error, reset }: RootErrorProps) {
  return (
    <WelcomeFrame>
      <LoadFault code={error.digest ?? null} onRetry={reset} />
    </WelcomeFrame>
  )
}
