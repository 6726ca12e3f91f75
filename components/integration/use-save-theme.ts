'use client'

import type { SavedTheme } from '#lib/domain/theme.ts'
import { notifyDone } from '../notify.tsx'
import { type Deed, useDeed } from '../use-deed.ts'

export type ThemeDeeds = {
  saveTheme: Deed<[theme: string, ontraportHost: string], SavedTheme>
  deleteTheme: Deed<[theme: string], { key: string }>
}

/** Saves a theme and says what was made of what was pasted. */
export function useSaveTheme(saveTheme: ThemeDeeds['saveTheme']) {
  const { run, isRunning, fault } = useDeed(saveTheme)
  const save = (theme: string, ontraportHost: string, whenSaved: () => void) =>
    run([theme, ontraportHost], (saved) => {
      notifyDone('Theme saved', sentenceOf(saved))
      whenSaved()
    })
  return { save, isRunning, fault }
}

function sentenceOf({ key, ontraportHost, newPixelEmail }: SavedTheme): string {
  const where = `${key} reports to ${ontraportHost}.`
  return newPixelEmail === null
    ? where
    : `${where} Your pixel names the email “${newPixelEmail}”, and so does Relay from now on.`
}
