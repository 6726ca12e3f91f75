'use client'

import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { LineView } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { Badge } from '../badge.tsx'
import { SectionCard } from '../section-card.tsx'
import { Table } from '../table.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { SOURCE_WORDS } from '../texts/words.ts'
import { Worded } from '../worded.tsx'
import classes from './lines-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.linesSection

type LinesSectionProps = { lines: LineView[]; currency: string | null; isPreview: boolean }

/** More than these stand behind a button. */
const SHOWN_LINES = 12

/** Each item with the name that ONTRAPORT gets, and where the name came from. */
export function LinesSection({ lines, currency, isPreview }: LinesSectionProps) {
  const [isWhole, setWhole] = useState(false)
  if (lines.length === 0) return null
  const shown = isWhole ? lines : lines.slice(0, SHOWN_LINES)
  const hiddenLines = lines.slice(shown.length)
  return (
    <SectionCard
      title={TEXTS.title}
      description={isPreview ? TEXTS.description : TEXTS.withTheProductNames}
      isFlush
    >
      <LineTable lines={shown} currency={currency} />
      {hiddenLines.length > 0 && (
        <Button variant="subtle" size="sm" m="xs" onClick={() => setWhole(true)}>
          <Worded
            text={TEXTS.showMore}
            parts={{
              count: hiddenLines.length,
              sameNames: hiddenLines.some((line) => line.isDuplicateName) && TEXTS.someWithTheSame,
            }}
          />
        </Button>
      )}
    </SectionCard>
  )
}

type LineTableProps = { lines: LineView[]; currency: string | null }

/** The lines of a message, sent or to be sent. */
export function LineTable({ lines, currency }: LineTableProps) {
  return (
    <div className={classes.frame}>
      <Table className={classes.table} aria-label={TEXTS.itemsAndTheProduct}>
        <thead>
          <tr>
            <th>{TEXTS.item}</th>
            <th>{TEXTS.productNameSent}</th>
            <th className={classes.number}>{TEXTS.quantity}</th>
            <th className={classes.number}>{TEXTS.amount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one item can stand in two lines, and lines never move.
            <Line key={index} line={line} currency={currency} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Line({ line, currency }: { line: LineView; currency: string | null }) {
  const source = SOURCE_WORDS[line.nameSource]
  return (
    <tr>
      <td>
        <div className={classes.itemId}>{line.itemId}</div>
        <Text size="xs" c="dimmed" lineClamp={2} title={line.description}>
          {line.description}
        </Text>
      </td>
      <td>
        <div className={classes.name}>
          {line.productName}
          <Badge tone={line.nameSource === 'mapping' ? 'busy' : 'quiet'} title={source.meaning}>
            {source.label}
          </Badge>
          {line.isDuplicateName && (
            <Badge tone="retry" title={TEXTS.anotherItemOfThis}>
              {TEXTS.sameNameTwice}
            </Badge>
          )}
        </div>
      </td>
      <td className={classes.number}>{line.quantity}</td>
      <td className={classes.number}>
        {line.amountCents === null || currency === null
          ? '–'
          : formatAmount(line.amountCents, currency)}
      </td>
    </tr>
  )
}
