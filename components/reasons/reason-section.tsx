'use client'

import { Anchor, Text } from '@mantine/core'
import { MOST_COUNTED, type ReasonGroup } from '#lib/domain/reason-group.ts'
import type { ReasonCode } from '#lib/domain/transmission.ts'
import { logPath, queryOf } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { CURES, type Place, REASON_LABELS } from '../texts/reason-words.ts'
import { REASON_TEXTS } from '../texts/reasons.ts'
import { Ago } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './reason-section.module.css'

const TEXTS = REASON_TEXTS.reasonSection

type GroupsProps = { groups: ReasonGroup[]; canEdit: boolean }
type ReasonSectionProps = GroupsProps & {
  /** How many stand there at once; the others unfold. */
  most: number
}

/** What needs attention, by its reason: how many, since when, the rows, and the cure. */
export function ReasonSection({ groups, canEdit, most }: ReasonSectionProps) {
  if (groups.length === 0) return null
  const [first, rest] = [groups.slice(0, most), groups.slice(most)]
  return (
    <SectionCard title={TEXTS.title} isFlush>
      <Groups groups={first} canEdit={canEdit} />
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{TEXTS.moreReasons(rest.length)}</summary>
          <Groups groups={rest} canEdit={canEdit} />
        </details>
      )}
    </SectionCard>
  )
}

function Groups({ groups, canEdit }: GroupsProps) {
  return (
    <ul className={classes.list}>
      {groups.map((group) => (
        <li key={`${group.code} ${group.text}`} className={classes.group}>
          <Group group={group} canEdit={canEdit} />
        </li>
      ))}
    </ul>
  )
}

type GroupProps = { group: ReasonGroup; canEdit: boolean }

function Group({ group, canEdit }: GroupProps) {
  const { code, text, count } = group
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
          <strong>{shown}</strong> {CURES[code]?.phrase ?? REASON_LABELS[code].toLowerCase()}
          {text !== null && <>: {text}</>}
        </Anchor>
        <Advice group={group} canEdit={canEdit} />
      </div>
      <Seen group={group} />
    </>
  )
}

function Advice({ group: { code, text }, canEdit }: GroupProps) {
  const cure = CURES[code]
  if (cure === undefined) return null
  const place = cure.place === 'resend' ? resendPlace(code, text, canEdit) : cure.place
  return (
    <Text size="sm" c="dimmed">
      {cure.advice}{' '}
      {place !== null && (
        <Anchor component={Link} href={place.href} className={classes.cure} inherit>
          {place.label}
        </Anchor>
      )}
    </Text>
  )
}

/** The page that counts them first; only for those who may send. */
function resendPlace(code: ReasonCode, text: string | null, canEdit: boolean): Place | null {
  if (!canEdit) return null
  return {
    href: `/log/resend${queryOf({ reason: [code], says: text })}`,
    label: TEXTS.sendThemAgain,
  }
}

function Seen({ group: { count, firstSeenAt, lastSeenAt } }: Pick<GroupProps, 'group'>) {
  return (
    <Text size="xs" c="dimmed" className={classes.seen}>
      {count === 1 ? (
        <Ago at={lastSeenAt} />
      ) : (
        <Worded
          text={TEXTS.firstLast}
          parts={{ first: <Ago at={firstSeenAt} />, last: <Ago at={lastSeenAt} /> }}
        />
      )}
    </Text>
  )
}
