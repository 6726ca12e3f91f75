'use client'

import { Text } from '@mantine/core'
import type { Snippet } from '#lib/domain/pixel-snippet.ts'
import { CopyField } from '../copy-field.tsx'
import classes from './themes-section.module.css'

type SnippetPanelProps = { snippet: Snippet; themeName: string }

/** What to paste into the receipt, the tokens that have to be checked in UltraCart marked. */
export function SnippetPanel({ snippet, themeName }: SnippetPanelProps) {
  const { html, uncertainTokens } = snippet
  return (
    <div>
      <CopyField
        label={`Snippet for the receipt of ${themeName}`}
        value={html}
        shown={<MarkedText text={html} marked={uncertainTokens} />}
      />
      <Text size="xs" c="dimmed" mt={6} maw={720}>
        UltraCart replaces the words in brackets. Check <b>{uncertainTokens.join(', ')}</b> in
        UltraCart’s list of receipt tokens and write it as it stands there: without the email
        ONTRAPORT gets the order’s number and subtotal only, since Relay gives away nothing of an
        order to a caller who does not bring its buyer’s email.
      </Text>
    </div>
  )
}

function MarkedText({ text, marked }: { text: string; marked: readonly string[] }) {
  const parts = text.split(/(\[\w+\])/)
  return parts.map((part, index) =>
    marked.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: The parts of a text have no name but their place.
      <mark key={index} className={classes.uncertain} title="Check this token in UltraCart">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
