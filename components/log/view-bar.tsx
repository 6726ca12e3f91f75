'use client'

import type { LogView } from '#lib/domain/log-view.ts'
import { Link } from '../navigation.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { DEFAULT_VIEWS } from './default-views.ts'
import { filtersOf, type LogSearch, loadLogSearch, logPath } from './log-search-params.ts'
import { SaveViewButton } from './save-view-button.tsx'
import classes from './view-bar.module.css'
import type { ViewDeeds } from './view-deeds.ts'
import { ViewMenuButton } from './view-menu-button.tsx'

const TEXTS = LOG_TEXTS.viewBar

type ViewBarProps = {
  search: LogSearch
  views: LogView[]
  canEdit: boolean
  deeds: ViewDeeds
}

/** The views of the log: those that every log has, the team's, and one's own. */
export function ViewBar({ search, views, canEdit, deeds }: ViewBarProps) {
  const current = filtersOf(search)
  const kept = views.find((view) => readSearch(view.query) === current)
  const isKnown =
    kept !== undefined || DEFAULT_VIEWS.some((view) => filtersOf(view.search) === current)
  return (
    <nav className={classes.bar} aria-label={TEXTS.viewsOfTheLog}>
      <ul className={classes.list}>
        {DEFAULT_VIEWS.map(({ name, meaning, search: filters }) => (
          <li key={name}>
            <ViewLink
              name={name}
              title={meaning}
              href={logPath({ ...filters, size: search.size })}
              isCurrent={filtersOf(filters) === current}
            />
          </li>
        ))}
        {views.map((view) => (
          <li key={view.id}>
            <ViewLink
              name={view.name}
              title={view.isTeam ? TEXTS.title : TEXTS.aViewOfYour}
              href={logPath({ ...loadLogSearch(`?${view.query}`), size: search.size })}
              isCurrent={view.id === kept?.id}
            />
          </li>
        ))}
      </ul>
      {kept !== undefined && (!kept.isTeam || canEdit) && (
        <ViewMenuButton key={kept.id} view={kept} deeds={deeds} />
      )}
      {!isKnown && <SaveViewButton query={current} canEdit={canEdit} save={deeds.save} />}
    </nav>
  )
}

/** What was kept by an older version is read anew, so that it can be compared. */
function readSearch(query: string): string {
  return filtersOf(loadLogSearch(`?${query}`))
}

type ViewLinkProps = { name: string; title: string; href: string; isCurrent: boolean }

function ViewLink({ name, title, href, isCurrent }: ViewLinkProps) {
  return (
    <Link
      href={href}
      title={title}
      className={classes.view}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {name}
    </Link>
  )
}
