'use client'

import { useState } from 'react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'

/** The row that keys work on: the one that has the focus, else the one in the drawer, else the one reached last. */
export function useRowSteps(rows: readonly TransmissionRow[], peekId: string | null) {
  const [reachedId, setReachedId] = useState<string | null>(peekId)
  const activeId = peekId ?? reachedId
  const active = rows.find(({ id }) => id === activeId) ?? null
  /** The focus may have come by the Tab key, of which nothing is heard before. */
  const current = () => rows.find(({ id }) => id === focusedRowId()) ?? active
  const stepFrom = (by: -1 | 1): TransmissionRow | null => {
    const row = current()
    const index = row === null ? -1 : rows.indexOf(row)
    if (index === -1) return rows[0] ?? null
    return rows[index + by] ?? null
  }
  return { active, current, setReachedId, stepFrom }
}

/** Puts the focus on a row; one that is not drawn yet gets it once it is. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    const link = findRowLink(id)
    if (link !== null) link.focus()
    else requestAnimationFrame(() => findRowLink(id)?.focus())
  })
}

function findRowLink(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(id)}"]`)
}

/** The row whose link has the focus. */
export function focusedRowId(): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? (activeElement.dataset.row ?? null) : null
}
