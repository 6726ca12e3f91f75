import type { ListVerdict } from '#lib/domain/list-verdict.ts'
import { Badge } from '../badge.tsx'
import { LIST_IMPORT_TEXTS } from '../texts/list-import.ts'
import type { Tone } from '../texts/words.ts'

const TEXTS = LIST_IMPORT_TEXTS.verdictBadge

const WORDS: Record<ListVerdict, { label: string; tone: Tone }> = {
  new: { label: TEXTS.new, tone: 'good' },
  changed: { label: TEXTS.changed, tone: 'busy' },
  unchanged: { label: TEXTS.unchanged, tone: 'quiet' },
  faulty: { label: TEXTS.faulty, tone: 'bad' },
}

/** What a row of a list would be. */
export function VerdictBadge({ verdict }: { verdict: ListVerdict }) {
  const { label, tone } = WORDS[verdict]
  return <Badge tone={tone}>{label}</Badge>
}

/** How many rows would be that. */
export function VerdictCount({ verdict, count }: { verdict: ListVerdict; count: number }) {
  const { label, tone } = WORDS[verdict]
  return (
    <Badge tone={count === 0 ? 'quiet' : tone}>
      {count} {label.toLowerCase()}
    </Badge>
  )
}
