'use client'

import { useId } from 'react'
import classes from './code-block.module.css'

type CodeBlockProps = { label: string; text: string; isWrapped: boolean; isMarkup?: boolean }

/** Foreign text, shown as text and never as markup. */
export function CodeBlock({ label, text, isWrapped, isMarkup }: CodeBlockProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={classes.frame} aria-labelledby={id} tabIndex={0}>
      <span id={id} hidden>
        {label}
      </span>
      <pre className={classes.code} data-wrapped={isWrapped || undefined}>
        {isMarkup ? <Markup text={text} /> : text}
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
