'use client'

import { useEffect, useId, useRef } from 'react'
import classes from './code-block.module.css'

/** What is looked for in a text: its places, how long it is, and which of them is shown now. */
export type Marks = { places: readonly number[]; length: number; current: number }

type CodeBlockProps = {
  label: string
  text: string
  isWrapped: boolean
  isMarkup?: boolean
  marks?: Marks
}

/** Foreign text, shown as text and never as markup. */
export function CodeBlock({ label, text, isWrapped, isMarkup, marks }: CodeBlockProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={classes.frame} aria-labelledby={id} tabIndex={0}>
      <span id={id} hidden>
        {label}
      </span>
      <pre
        className={classes.code}
        data-wrapped={isWrapped || undefined}
        data-markup={isMarkup || undefined}
      >
        {marks !== undefined && marks.places.length > 0 ? (
          <Marked text={text} marks={marks} />
        ) : isMarkup ? (
          <Markup text={text} />
        ) : (
          text
        )}
      </pre>
    </section>
  )
}

const TAG = /(<[^>]*>)/

function Markup({ text }: { text: string }) {
  return text.split(TAG).map((part, index) =>
    part.startsWith('<') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
      <span key={index} className={classes.tag}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}

function Marked({ text, marks: { places, length, current } }: { text: string; marks: Marks }) {
  const shown = useRef<HTMLElement>(null)
  const place = places[current]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is what it moves to.
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become what the effect returns.
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    <>
      {text.slice(0, places[0])}
      {places.map((at, index) => (
        <span key={at}>
          <mark
            ref={index === current ? shown : undefined}
            className={classes.mark}
            data-current={index === current || undefined}
          >
            {text.slice(at, at + length)}
          </mark>
          {text.slice(at + length, places[index + 1])}
        </span>
      ))}
    </>
  )
}
