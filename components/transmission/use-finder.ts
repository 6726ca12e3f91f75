'use client'

import { useMemo, useState } from 'react'
import type { Marks } from './code-block.tsx'
import type { Finder } from './find-field.tsx'
import { findInText } from './find-in-text.ts'

/** Looks for words in a text and steps from place to place. */
export function useFinder(text: string): { finder: Finder; marks: Marks } {
  const [words, setWords] = useState('')
  const [stepped, setStepped] = useState(0)
  const places = useMemo(() => findInText(text, words), [text, words])
  const count = places.length
  const current = count === 0 ? 0 : ((stepped % count) + count) % count
  const finder = {
    words,
    count,
    current,
    setWords: (next: string) => {
      setWords(next)
      setStepped(0)
    },
    step: (by: 1 | -1) => setStepped(current + by),
  }
  return { finder, marks: { places, length: words.length, current } }
}
