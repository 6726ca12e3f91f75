'use client'

import { LoadFault } from '#components/load-fault.tsx'

type AdminErrorProps = { error: Error & { digest?: string }; reset: () => void }

export default function AdminError({ error, reset }: AdminErrorProps) {
  return <LoadFault code={error.digest ?? null} onRetry={reset} />
}
