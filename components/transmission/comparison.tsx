'use client'

import { Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { compareTexts, foldParts, type ShownPart } from './compare-texts.ts'
import classes from './comparison.module.css'
import type { ComparableText } from './list-comparable.ts'
import { prettyXml } from './pretty-xml.ts'

const TEXTS = TRANSMISSION_TEXTS.comparison

type ComparisonProps = { before: ComparableText; after: ComparableText }

/** The differences of two requests and, where both were answered, of the answers. */
export function Comparison({ before, after }: ComparisonProps) {
  const hasAnswers = before.answer !== null && after.answer !== null
  return (
    <Stack gap="md">
      <Difference
        name="requests"
        before={readable(before.request)}
        after={readable(after.request)}
      />
      {hasAnswers && (
        <Difference name="answers" before={before.answer ?? ''} after={after.answer ?? ''} />
      )}
    </Stack>
  )
}

function readable(request: string): string {
  return prettyXml(request) ?? request
}

type DifferenceProps = { name: string; before: string; after: string }

function Difference({ name, before, after }: DifferenceProps) {
  const parts = useMemo(() => compareTexts(before, after), [before, after])
  if (before === after) return <Text size="sm">{TEXTS.theAreTheSame(name)}</Text>
  if (parts === null) return <Text size="sm">{TEXTS.theDifferInToo(name)}</Text>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={classes.frame} aria-label={TEXTS.differenceOfThe(name)} tabIndex={0}>
      <pre className={classes.lines}>
        {foldParts(parts).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one difference never move.
          <Part key={index} part={part} />
        ))}
      </pre>
    </section>
  )
}

const SIGNS = { same: ' ', removed: '−', added: '+' }
const ELEMENTS = { same: 'span', removed: 'del', added: 'ins' } as const

function Part({ part }: { part: ShownPart }) {
  if (part.kind === 'gap')
    return <span className={classes.gap}>{TEXTS.linesAlike(part.count)}</span>
  const Element = ELEMENTS[part.kind]
  return (
    <Element className={classes.part} data-kind={part.kind}>
      {part.lines.map((line) => `${SIGNS[part.kind]} ${line}\n`).join('')}
    </Element>
  )
}
