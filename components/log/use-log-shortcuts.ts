'use client'

import { useState } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { useNavigation } from '../navigation.tsx'
import { notifyDone } from '../notify.tsx'
import { openFilter } from './filter-menu.tsx'
import { rowAsJson, rowAsText } from './row-text.ts'
import { useLogKeys } from './use-log-keys.ts'
import type { usePeek } from './use-peek.ts'
import { focusedRowId, focusRow, useRowSteps } from './use-row-steps.ts'

type LogShortcuts = {
  rows: readonly TransmissionRow[]
  peek: ReturnType<typeof usePeek>
  timeZone: string
  showNew: () => void
  toggleUtc: () => void
}

/** All that keys do in the log. */
export function useLogShortcuts({ rows, peek, timeZone, showNew, toggleUtc }: LogShortcuts) {
  const { go } = useNavigation()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [isResendWished, setResendWished] = useState(false)
  const { active, current, setReachedId, stepFrom } = useRowSteps(rows, peek.peekId)

  const reach = (row: TransmissionRow | null) => {
    if (row === null) return
    setReachedId(row.id)
    if (peek.peekId === null) focusRow(row.id)
    else peek.open(row.id)
  }
  const step = (by: -1 | 1) => reach(stepFrom(by))
  const open = (id: string) => {
    setReachedId(id)
    peek.open(id)
  }
  const close = () => {
    setResendWished(false)
    peek.close()
    if (active !== null) focusRow(active.id)
  }
  const copy = async (toText: (row: TransmissionRow) => string) => {
    const row = current()
    if (row === null) return
    await navigator.clipboard.writeText(toText(row))
    notifyDone('Row copied')
  }
  const resend = () => {
    const row = current()
    if (row === null) return
    setResendWished(true)
    open(row.id)
  }

  useLogKeys({
    single: [
      ['j', () => step(1)],
      ['k', () => step(-1)],
      ['f', () => openFilter('status')],
      ['t', () => openFilter('time')],
      ['u', toggleUtc],
      ['n', showNew],
      ['r', resend],
      ['c', () => void copy((row) => rowAsText(row, timeZone))],
      ['C', () => void copy(rowAsJson)],
      ['?', () => setSheetOpen(true)],
    ],
    named: [
      ['ArrowDown', () => arrow(() => step(1))],
      ['ArrowUp', () => arrow(() => step(-1))],
      ['Enter', () => enter()],
    ],
  })

  /** Arrows scroll the page, unless a row or the drawer has the focus. */
  const arrow = (move: () => void): boolean => {
    const isOurs = peek.peekId !== null ? isOutsideScrolled() : focusedRowId() !== null
    if (isOurs) move()
    return isOurs
  }
  const enter = (): boolean => {
    const id = focusedRowId()
    if (peek.peekId === null && id !== null) {
      open(id)
      return true
    }
    if (peek.peekId === null || !isOnNothing()) return false
    go(`/log/${peek.peekId}`)
    return true
  }
  return { active, open, close, step, isSheetOpen, setSheetOpen, isResendWished, setResendWished }
}

/** Text that scrolls by itself needs the arrows. */
function isOutsideScrolled(): boolean {
  return document.activeElement?.closest('[tabindex="0"]') == null
}

/** Enter belongs to a button or link that has the focus. */
function isOnNothing(): boolean {
  return document.activeElement?.closest('a, button, summary, [tabindex="0"]') == null
}
