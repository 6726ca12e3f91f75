'use client'

import { useState, useTransition } from 'react'
import type { DeedResult } from './deed-result.ts'
import { SHARED_TEXTS } from './texts/shared.ts'

export type Deed<Args extends unknown[], Value> = (...args: Args) => Promise<DeedResult<Value>>

const BROKEN = SHARED_TEXTS.useDeed.somethingWentWrongOn

/** Runs a server action and keeps whether it is under way and why it was refused. */
export function useDeed<Args extends unknown[], Value>(deed: Deed<Args, Value>) {
  const [isRunning, startTransition] = useTransition()
  const [fault, setFault] = useState<string | null>(null)

  const run = (args: Args, whenDone: (value: Value) => void) =>
    startTransition(async () => {
      setFault(null)
      const result = await settle(deed, args)
      if (result.kind === 'refused') setFault(result.reason)
      else whenDone(result.value)
    })

  return { run, isRunning, fault, clearFault: () => setFault(null) }
}

async function settle<Args extends unknown[], Value>(
  deed: Deed<Args, Value>,
  args: Args,
): Promise<DeedResult<Value>> {
  try {
    return await deed(...args)
  } catch (error) {
    console.warn('deed failed', error)
    return { kind: 'refused', reason: BROKEN }
  }
}
