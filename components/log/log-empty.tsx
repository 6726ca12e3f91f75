'use client'

import { Button, Group } from '@mantine/core'
import { IconFilterOff, IconHistory, IconPlugConnected } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'
import { Link } from '../navigation.tsx'

type LogEmptyProps = {
  hasFilters: boolean
  /** Where the search goes on, when only a part of the log has been looked through. */
  furtherPath: string | null
  onClear: () => void
}

/** Why there are no rows, and what to do next. */
export function LogEmpty({ hasFilters, furtherPath, onClear }: LogEmptyProps) {
  if (furtherPath !== null) return <NotFoundYet furtherPath={furtherPath} onClear={onClear} />
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

function NotFoundYet({ furtherPath, onClear }: { furtherPath: string; onClear: () => void }) {
  return (
    <EmptyNote
      icon={<IconHistory size={26} stroke={1.6} />}
      title="Nothing found in this part of the log"
      action={
        <Group gap="sm" justify="center">
          <Button component={Link} href={furtherPath}>
            Search older ones
          </Button>
          <Button variant="default" onClick={onClear}>
            Clear the filters
          </Button>
        </Group>
      }
    >
      A search for words looks through the log piece by piece, newest first.
    </EmptyNote>
  )
}
