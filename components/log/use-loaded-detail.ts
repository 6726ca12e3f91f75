'use client'

import { useCallback, useEffect, useState } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import type { DeedResult } from '../deed-result.ts'
import { LOG_TEXTS } from '../texts/log.ts'

export type LoadTransmission = (id: string) => Promise<DeedResult<TransmissionDetail>>

type Loaded = { id: string; answer: DeedResult<TransmissionDetail> }

const AWAY: DeedResult<TransmissionDetail> = {
  kind: 'refused',
  reason: LOG_TEXTS.useLoadedDetail.itCouldNotBe,
}

/** The transmission with this id; what was loaded before stays until then. */
export function useLoadedDetail(id: string, load: LoadTransmission) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn loads the same one anew.
  useEffect(() => {
    let isLate = false
    load(id)
      .catch(() => AWAY)
      .then((answer) => {
        if (!isLate) setLoaded({ id, answer })
      })
    return () => {
      isLate = true
    }
  }, [id, load, turn])
  const reload = useCallback(() => setTurn((count) => count + 1), [])
  return { answer: loaded?.answer ?? null, isCurrent: loaded?.id === id, reload }
}
