import type { ListVerdict } from '#lib/domain/list-verdict.ts'
import { Badge } from '../badge.tsx'
import type { Tone } from '../words.ts'

const WORDS: Record<ListVerdict, { label: string; tone: Tone }> = {
  new: { label: 'New', tone: 'good' },
  changed: { label: 'Changed', tone: 'busy' },
  unchanged: { label: 'Unchanged', tone: 'quiet' },
  faulty: { label: 'Faulty', tone: 'bad' },
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
