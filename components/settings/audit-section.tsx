'use client'

import { Button, Text } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import type { AuditPage, AuditRow } from '#lib/domain/audit.ts'
import { EmptyNote } from '../empty-note.tsx'
import { ListPages } from '../list-pages.tsx'
import { SectionCard } from '../section-card.tsx'
import { AUDIT_TEXTS as TEXTS } from '../texts/audit.ts'
import { Ago, Moment } from '../time/moment.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditDownloadPath, auditPath, auditSearchParams } from './audit-search-params.ts'
import { wordsOfActor, wordsOfDeed, wordsOfDetails } from './audit-words.ts'
import { SettingsTable } from './settings-table.tsx'

/** `actors` and `actions` are all that occur, for the filters. */
type AuditSectionProps = { page: AuditPage & { actors: string[]; actions: string[] } }

export function AuditSection({ page }: AuditSectionProps) {
  const [isLoading, startTransition] = useTransition()
  const [search, setSearch] = useQueryStates(auditSearchParams, { shallow: false, startTransition })
  const { when, who, what, details } = TEXTS.columns
  return (
    <>
      <SectionCard
        title={TEXTS.title}
        description={TEXTS.description}
        action={<DownloadButton href={auditDownloadPath(search)} />}
        isFlush
      >
        <AuditFilters
          {...{ search, actors: page.actors, actions: page.actions }}
          change={(part) => void setSearch({ ...part, cursor: null })}
        />
        {page.entries.length === 0 ? (
          <EmptyNote icon={<IconHistory size={26} stroke={1.6} />} title={TEXTS.empty.title}>
            {TEXTS.empty.text}
          </EmptyNote>
        ) : (
          <SettingsTable
            label={TEXTS.table}
            columns={[when, who, what, details]}
            isLoading={isLoading}
          >
            {page.entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </SettingsTable>
        )}
      </SectionCard>
      <ListPages
        of={TEXTS.of}
        cursor={search.cursor}
        nextCursor={page.nextCursor}
        pathOf={(cursor) => auditPath({ ...search, cursor })}
      />
    </>
  )
}

function DownloadButton({ href }: { href: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      size="xs"
      leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
    >
      {TEXTS.download}
    </Button>
  )
}

function Row({ entry: { createdAt, actor, action, details } }: { entry: AuditRow }) {
  return (
    <tr>
      <td>
        <Moment at={createdAt} style="full" />
        <Text size="xs" c="dimmed">
          <Ago at={createdAt} />
        </Text>
      </td>
      <td>{wordsOfActor(actor)}</td>
      <td data-strong>{wordsOfDeed(action)}</td>
      <td data-dim>{wordsOfDetails(details)}</td>
    </tr>
  )
}
