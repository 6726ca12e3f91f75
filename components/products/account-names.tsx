'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Names = createContext<readonly string[]>([])

/** Gives what is inside the names of the account's products to choose from. */
export function AccountNames({ names, children }: { names: string[]; children: ReactNode }) {
  return <Names value={names}>{children}</Names>
}

export function useAccountNames(): string[] {
  return [...useContext(Names)]
}
