'use client'

import type { ReactNode } from 'react'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { Badge } from '../badge.tsx'
import { SectionCard } from '../section-card.tsx'
import { Moment } from '../time/moment.tsx'
import classes from './packet-evidence.module.css'

/** The six pieces in the order in which UltraCart's page on ONTRAPORT lists them. */
export function PacketEvidence({ packet }: { packet: PacketPreview }) {
  const { formUrl, formName, keyHint, entries, isMore } = packet
  return (
    <SectionCard title="The six pieces of evidence">
      <ol className={classes.pieces}>
        <Piece title="Example contacts who see this issue" isThere={packet.contacts.length > 0}>
          <Contacts packet={packet} />
        </Piece>
        <Piece title="Address of the order form connected to UltraCart" isThere={formUrl !== ''}>
          {formUrl || 'Enter it below: only you know it.'}
        </Piece>
        <Piece title="Name of that form in ONTRAPORT" isThere={formName !== ''}>
          {formName || 'Enter it below, if the form is built in ONTRAPORT.'}
        </Piece>
        <Piece title="The UltraCart key" isThere={keyHint !== null}>
          {keyHint === null
            ? 'No key is saved. The packet says so.'
            : `Only its last characters, ${keyHint}, so that both sides can compare without showing it.`}
          <Paused packet={packet} />
        </Piece>
        <Piece title="The logged transmissions" isThere={entries.length > 0}>
          {entries.length === 1 ? 'One, with' : `${entries.length}, each with`} its XML, the code,
          the answer and all attempts.
          {isMore && ' These are the newest; the filter finds more.'}
        </Piece>
        <Piece title="The method" isThere>
          {packet.method === 'api' ? 'API, with one key.' : 'Partner Tracking Pixel.'}
        </Piece>
      </ol>
    </SectionCard>
  )
}

function Piece(props: { title: string; isThere: boolean; children: ReactNode }) {
  return (
    <li className={classes.piece}>
      <div className={classes.title}>
        {props.title}
        <Badge tone={props.isThere ? 'good' : 'retry'}>{props.isThere ? 'There' : 'Missing'}</Badge>
      </div>
      <div className={classes.value}>{props.children}</div>
    </li>
  )
}

const SHOWN_CONTACTS = 5

function Contacts({ packet: { contacts } }: { packet: PacketPreview }) {
  if (contacts.length === 0) return 'No buyer is named in these transmissions.'
  return (
    <ul className={classes.contacts}>
      {contacts.slice(0, SHOWN_CONTACTS).map(({ email, name, reference, outcome }) => (
        <li key={email}>
          {name === '' ? email : `${name}, ${email}`} · {reference} · {outcome}
        </li>
      ))}
      {contacts.length > SHOWN_CONTACTS && <li>and {contacts.length - SHOWN_CONTACTS} more</li>}
    </ul>
  )
}

function Paused({ packet: { pausedAt } }: { packet: PacketPreview }) {
  if (pausedAt === null) return null
  return (
    <>
      {' '}
      ONTRAPORT turned it away on <Moment at={pausedAt} style="long" />.
    </>
  )
}
