'use client'

import { Button, Group } from '@mantine/core'
import { IconFilterOff, IconHistory, IconPlugConnected } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'
import { Link } from '../navigation.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = LOG_TEXTS.logEmpty

type LogEmptyProps = {
  hasFilters: boolean
  /** How far back it was, then. */
  searchedBackTo: string | null
  /** Where the search goes on, when only a part of the log has been looked through. */
  furtherPath: string | null
  onClear: () => void
}

/** Why there are no rows, and what to do next. */
export function LogEmpty(props: LogEmptyProps) {
  const { hasFilters, searchedBackTo, furtherPath, onClear } = props
  if (furtherPath !== null && searchedBackTo !== null)
    return <NotFoundYet {...{ searchedBackTo, furtherPath, onClear }} />
  return hasFilters ? <NoneMatch onClear={onClear} /> : <NeverAny />
}

function NeverAny() {
  return (
    <EmptyNote
      icon={<IconPlugConnected size={26} stroke={1.6} />}
      title={TEXTS.title}
      action={
        <Button component={Link} href="/integration#ultracart">
          {TEXTS.connectUltracart}
        </Button>
      }
    >
      {TEXTS.asSoonAsUltracart}
    </EmptyNote>
  )
}

function NoneMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyNote
      icon={<IconFilterOff size={26} stroke={1.6} />}
      title={TEXTS.nothingMatchesTheseFilters}
      action={<Button onClick={onClear}>{TEXTS.clearTheFilters}</Button>}
    >
      {TEXTS.thereMayBeTransmissions}
    </EmptyNote>
  )
}

type NotFoundYetProps = { searchedBackTo: string; furtherPath: string; onClear: () => void }

function NotFoundYet({ searchedBackTo, furtherPath, onClear }: NotFoundYetProps) {
  return (
    <EmptyNote
      icon={<IconHistory size={26} stroke={1.6} />}
      title={TEXTS.nothingFoundSoFar}
      action={
        <Group gap="sm" justify="center">
          <Button component={Link} href={furtherPath}>
            {TEXTS.searchFurtherBack}
          </Button>
          <Button variant="default" onClick={onClear}>
            {TEXTS.clearTheFilters}
          </Button>
        </Group>
      }
    >
      <Worded
        text={TEXTS.searchedBackToA}
        parts={{ moment: <Moment at={searchedBackTo} style="full" /> }}
      />
    </EmptyNote>
  )
}
