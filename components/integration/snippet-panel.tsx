'use client'

import { Text } from '@mantine/core'
import type { Snippet } from '#lib/domain/pixel-snippet.ts'
import { CopyField } from '../copy-field.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { Worded } from '../worded.tsx'
import classes from './themes-section.module.css'

const TEXTS = RULE_TEXTS.snippetPanel

type SnippetPanelProps = { snippet: Snippet; themeName: string }

/** What to paste into the receipt, the tokens that have to be checked in UltraCart marked. */
export function SnippetPanel({ snippet, themeName }: SnippetPanelProps) {
  const { html, uncertainTokens } = snippet
  return (
    <div>
      <CopyField
        label={TEXTS.snippetForTheReceipt(themeName)}
        value={html}
        shown={<MarkedText text={html} marked={uncertainTokens} />}
      />
      <Text size="xs" c="dimmed" mt={6} maw={720}>
        <Worded
          text={TEXTS.ultracartReplacesTheWords}
          parts={{ token: <b>{uncertainTokens.join(', ')}</b> }}
        />
      </Text>
    </div>
  )
}

function MarkedText({ text, marked }: { text: string; marked: readonly string[] }) {
  const parts = text.split(/(\[\w+\])/)
  return parts.map((part, index) =>
    marked.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: The parts of a text have no name but their place.
      <mark key={index} className={classes.uncertain} title={TEXTS.title}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
