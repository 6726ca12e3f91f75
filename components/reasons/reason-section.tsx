'use client'

import { Anchor, Text } from '@mantine/core'
import { MOST_COUNTED, type ReasonGroup } from '#lib/domain/reason-group.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { Ago } from '../time/moment.tsx'
import classes from './reason-section.module.css'
import { CURES, REASON_LABELS } from './reason-words.ts'

const SHOWN = 6

/** What needs attention, by its reason: how many, since when, the rows, and the cure. */
export function ReasonSection({ groups }: { groups: ReasonGroup[] }) {
  if (groups.length === 0) return null
  const [first, rest] = [groups.slice(0, SHOWN), groups.slice(SHOWN)]
  return (
    <SectionCard title="What needs attention, and why" isFlush>
      <Groups groups={first} />
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{rest.length === 1 ? '1 more reason' : `${rest.length} more reasons`}</summary>
          <Groups groups={rest} />
        </details>
      )}
    </SectionCard>
  )
}

function Groups({ groups }: { groups: ReasonGroup[] }) {
  return (
    <ul className={classes.list}>
      {groups.map((group) => (
        <li key={`${group.code} ${group.text}`} className={classes.group}>
          <Group group={group} />
        </li>
      ))}
    </ul>
  )
}

function Group({ group }: { group: ReasonGroup }) {
  const { code, text, count, firstSeenAt, lastSeenAt } = group
  const cure = CURES[code]
  const shown = count >= MOST_COUNTED ? `${MOST_COUNTED.toLocaleString('en-US')}+` : count
  return (
    <>
      <div className={classes.words}>
        <Anchor
          component={Link}
          href={logPath({ reason: [code], says: text })}
          className={classes.title}
          inherit
        >
          <strong>{shown}</strong> {cure?.phrase ?? REASON_LABELS[code].toLowerCase()}
          {text !== null && <>: {text}</>}
        </Anchor>
        {cure !== undefined && (
          <Text size="sm" c="dimmed">
            {cure.advice}{' '}
            {cure.place !== null && (
              <Anchor component={Link} href={cure.place.href} inherit>
                {cure.place.label}
              </Anchor>
            )}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" className={classes.seen}>
        {count === 1 ? (
          <Ago at={lastSeenAt} />
        ) : (
          <>
            first <Ago at={firstSeenAt} />, last <Ago at={lastSeenAt} />
          </>
        )}
      </Text>
    </>
  )
}
