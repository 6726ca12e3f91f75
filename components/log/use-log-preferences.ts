'use client'

import { useState } from 'react'
import { type LogPreferences, PREFERENCES_COOKIE, writePreferences } from './log-preferences.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The preferences that the page was drawn with, and a way to change and keep them. */
export function useLogPreferences(initial: LogPreferences) {
  const [preferences, setPreferences] = useState(initial)
  const prefer = (changes: Partial<LogPreferences>) => {
    const next = { ...preferences, ...changes }
    setPreferences(next)
    const text = encodeURIComponent(writePreferences(next))
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${PREFERENCES_COOKIE}=${text}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }
  return { preferences, prefer }
}
