'use client'

import { Group, NativeSelect } from '@mantine/core'
import { AUDIT_TEXTS as TEXTS } from '../texts/audit.ts'
import type { AuditSearch } from './audit-search-params.ts'
import { wordsOfActor, wordsOfDeed } from './audit-words.ts'

type AuditFiltersProps = {
  search: AuditSearch
  /** All that occur in the trail. */
  actors: string[]
  actions: string[]
  change: (part: { who: string | null } | { deed: string | null }) => void
}

/** Whose entries are shown, and of which deed. */
export function AuditFilters({ search, actors, actions, change }: AuditFiltersProps) {
  return (
    <Group px={20} pb="sm" component="search">
      <NativeSelect
        label={TEXTS.who}
        flex="1 1 200px"
        maw={320}
        value={search.who ?? ''}
        data={toChoices(TEXTS.everybody, withChosen(actors, search.who), wordsOfActor)}
        onChange={(event) => change({ who: event.currentTarget.value || null })}
      />
      <NativeSelect
        label={TEXTS.what}
        flex="1 1 200px"
        maw={320}
        value={search.deed ?? ''}
        data={toChoices(TEXTS.everything, withChosen(actions, search.deed), wordsOfDeed)}
        onChange={(event) => change({ deed: event.currentTarget.value || null })}
      />
    </Group>
  )
}

/** What is chosen in the address stands in the list, too, when it does not occur. */
function withChosen(values: string[], chosen: string | null): string[] {
  return chosen === null || values.includes(chosen) ? values : [...values, chosen]
}

function toChoices(all: string, values: string[], wordsOf: (value: string) => string) {
  return [{ value: '', label: all }, ...values.map((value) => ({ value, label: wordsOf(value) }))]
}
