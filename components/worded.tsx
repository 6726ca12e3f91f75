import { createElement, Fragment, type ReactNode } from 'react'

type WordedProps = {
  /** With `{name}` wherever a part of this name belongs. */
  text: string
  parts: Record<string, ReactNode>
}

/** A text in which some pieces are more than text, such as a link or a moment. */
export function Worded({ text, parts }: WordedProps) {
  const pieces = text.split(/\{(\w+)\}/).map((piece, at) => (at % 2 === 0 ? piece : parts[piece]))
  // The pieces never change places, so they need no keys.
  return createElement(Fragment, null, ...pieces)
}
