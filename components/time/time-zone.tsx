'use client'

import { createContext, type ReactNode, useContext } from 'react'

const TimeZoneContext = createContext('UTC')

/** Every time below is shown in this zone: the person’s own if they have chosen one, else the store’s. */
export function TimeZoneProvider(props: { timeZone: string; children: ReactNode }) {
  return (
    <TimeZoneContext.Provider value={props.timeZone}>{props.children}</TimeZoneContext.Provider>
  )
}

export function useTimeZone(): string {
  return useContext(TimeZoneContext)
}
