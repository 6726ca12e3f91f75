'use client'

import { Paper, Stack, VisuallyHidden } from '@mantine/core'
import { useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import type { AffiliatePage } from '#lib/domain/affiliate-list.ts'
import { ListPages } from '../list-pages.tsx'
import { PageHeader } from '../page-header.tsx'
import { SearchBox } from '../search-box.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import { AffiliateEmpty } from './affiliate-empty.tsx'
import { affiliateSearchParams, affiliatesPath } from './affiliate-search-params.ts'
import { AffiliateTable } from './affiliate-table.tsx'
import classes from './affiliates-screen.module.css'
import { type AffiliateListDeeds, ListImport } from './list-import.tsx'
import { WaysIn } from './ways-in.tsx'

const TEXTS = AFFILIATES_TEXTS.affiliatesScreen

type AffiliatesScreenProps = {
  page: AffiliatePage
  /** Where forms and scripts post, and the user name they need. */
  intake: { url: string; user: string }
  canEdit: boolean
  deeds: AffiliateListDeeds
}

export function AffiliatesScreen({ page, intake, canEdit, deeds }: AffiliatesScreenProps) {
  const [isLoading, startTransition] = useTransition()
  const [{ q, cursor }, setSearch] = useQueryStates(affiliateSearchParams, {
    shallow: false,
    startTransition,
  })
  const search = (text: string) => void setSearch({ q: text === '' ? null : text, cursor: null })
  const isPart = q !== null || cursor !== null
  const isNoneAtAll = page.affiliates.length === 0 && !isPart
  return (
    <>
      <PageHeader
        title={TEXTS.title}
        description={TEXTS.description}
        action={canEdit && <ListImport deeds={deeds} />}
      />
      <Stack gap="lg">
        {!isNoneAtAll && (
          <search className={classes.search}>
            <SearchBox
              label={TEXTS.searchTheAffiliates}
              placeholder={TEXTS.placeholder}
              value={q ?? ''}
              onSearch={search}
            />
          </search>
        )}
        <VisuallyHidden role="status">
          {isLoading ? TEXTS.loading : TEXTS.affiliatesShown(page.affiliates.length)}
        </VisuallyHidden>
        <Paper className={classes.paper}>
          {page.affiliates.length === 0 ? (
            <AffiliateEmpty isSearch={isPart} onClear={() => search('')} />
          ) : (
            <AffiliateTable affiliates={page.affiliates} isLoading={isLoading} />
          )}
        </Paper>
        <ListPages
          of="affiliates"
          cursor={cursor}
          nextCursor={page.nextCursor}
          pathOf={(to) => affiliatesPath({ q, cursor: to })}
        />
        <WaysIn intake={intake} />
      </Stack>
    </>
  )
}
