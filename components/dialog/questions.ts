import type { ReactNode } from 'react'

export type Question = {
  title: string
  consequence: ReactNode
  confirm: string
  cancel: string
  size?: 'md' | 'lg'
  /** What is confirmed takes something away. */
  isHarmful?: boolean
}

/** The question that is asked, or was the last; its words stay while its window goes. */
export type Asked = { question: Question; act: () => void; isOpen: boolean }

let asked: Asked | null = null
const listeners = new Set<() => void>()

/** Asks before something that cannot simply be taken back, naming what follows. */
export function askFirst(question: Question, act: () => void): void {
  tell({ question, act, isOpen: true })
}

export function closeQuestion(): void {
  if (asked !== null) tell({ ...asked, isOpen: false })
}

export function currentQuestion(): Asked | null {
  return asked
}

export function watchQuestions(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(next: Asked): void {
  asked = next
  for (const listener of listeners) listener()
}
