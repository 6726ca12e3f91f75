'use client'

import { Button, Group } from '@mantine/core'
import { IconFilterOff, IconHistory, IconPlugConnected } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'
import { Link } from '../navigation.tsx'
import { Moment } from '../time/moment.tsx'

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
      title="Nothing has arrived yet"
      action={
        <Button component={Link} href="/integration#ultracart">
          Connect UltraCart
        </Button>
      }
    >
      As soon as UltraCart tells Relay of an order, it stands here, with what was sent to ONTRAPORT
      or the reason why nothing was.
    </EmptyNote>
  )
}

function NoneMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyNote
      icon={<IconFilterOff size={26} stroke={1.6} />}
      title="Nothing matches these filters"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      There may be transmissions that they leave out. An order id has to be whole or its beginning;
      capitals make no difference.
    </EmptyNote>
  )
}

type NotFoundYetProps = { searchedBackTo: string; furtherPath: string; onClear: () => void }

function NotFoundYet({ searchedBackTo, furtherPath, onClear }: NotFoundYetProps) {
  return (
    <EmptyNote
      icon={<IconHistory size={26} stroke={1.6} />}
      title="Nothing found so far"
      action={
        <Group gap="sm" justify="center">
          <Button component={Link} href={furtherPath}>
            Search further back
          </Button>
          <Button variant="default" onClick={onClear}>
            Clear the filters
          </Button>
        </Group>
      }
    >
      Searched back to <Moment at={searchedBackTo} style="full" />. A long log is looked through
      piece by piece, newest first; a time range makes it shorter.
    </EmptyNote>
  )
}
