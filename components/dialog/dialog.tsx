'use client'

import { Suspense, useEffect, useState } from 'react'
import { later } from '../later.ts'
import type { DialogProps } from './dialog-frame.tsx'

const DialogFrame = later(() => import('./dialog-frame.tsx').then((file) => file.DialogFrame))

/** A window before the page. Its code comes when somebody begins to act, or with its first opening. */
export function Dialog(props: DialogProps) {
  const [isWanted, setWanted] = useState(props.isOpen)
  if (props.isOpen && !isWanted) setWanted(true)
  useEffect(preloadOnAct, [])
  if (!isWanted) return null
  return (
    <Suspense>
      <DialogFrame {...props} />
    </Suspense>
  )
}

const ACTS = ['pointerdown', 'keydown'] as const

function preloadOnAct(): () => void {
  const { preload } = DialogFrame
  for (const act of ACTS) window.addEventListener(act, preload, { once: true, passive: true })
  return () => {
    for (const act of ACTS) window.removeEventListener(act, preload)
  }
}
