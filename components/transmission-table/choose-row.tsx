'use client'

import { createContext, type ReactNode, useContext } from 'react'

type ChooseRow = (id: string) => void

const ChooseRowContext = createContext<ChooseRow | null>(null)

/** Where it stands above a table, a plain click on a row does this instead of leading to its page. */
export function ChooseRowProvider(props: { choose: ChooseRow; children: ReactNode }) {
  return (
    <ChooseRowContext.Provider value={props.choose}>{props.children}</ChooseRowContext.Provider>
  )
}

export function useChooseRow(): ChooseRow | null {
  return useContext(ChooseRowContext)
}
