'use client'

import type { ReactNode } from 'react'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { Badge } from '../badge.tsx'
import { SectionCard } from '../section-card.tsx'
import { PACKET_TEXTS } from '../texts/packet.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './packet-evidence.module.css'

const TEXTS = PACKET_TEXTS.packetEvidence

/** The six pieces in the order in which UltraCart's page on ONTRAPORT lists them. */
export function PacketEvidence({ packet }: { packet: PacketPreview }) {
  const { formUrl, formName, keyHint, entries, isMore } = packet
  return (
    <SectionCard title={TEXTS.title}>
      <ol className={classes.pieces}>
        <Piece title={TEXTS.exampleContactsWhoSee} isThere={packet.contacts.length > 0}>
          <Contacts packet={packet} />
        </Piece>
        <Piece title={TEXTS.addressOfTheOrder} isThere={formUrl !== ''}>
          {formUrl || TEXTS.enterItBelowOnly}
        </Piece>
        <Piece title={TEXTS.nameOfThatForm} isThere={formName !== ''}>
          {formName || TEXTS.enterItBelowIf}
        </Piece>
        <Piece
          title={packet.way === 'rest' ? TEXTS.theAppId : TEXTS.theUltracartKey}
          isThere={keyHint !== null}
        >
          {keyHint === null ? TEXTS.noKeyIsSaved : TEXTS.onlyItsLastCharacters(keyHint)}
          <Paused packet={packet} />
        </Piece>
        <Piece title={TEXTS.theLoggedTransmissions} isThere={entries.length > 0}>
          <Worded
            text={TEXTS.itsXmlTheCode}
            parts={{
              count: entries.length === 1 ? TEXTS.oneWith : TEXTS.eachWith(entries.length),
              newest: isMore && TEXTS.theseAreTheNewest,
            }}
          />
        </Piece>
        <Piece title={TEXTS.theMethod} isThere>
          {methodText(packet)}
        </Piece>
      </ol>
    </SectionCard>
  )
}

function methodText({ method, way }: PacketPreview): string {
  if (method === 'pixel') return TEXTS.partnerTrackingPixel
  return way === 'rest' ? TEXTS.apiWithAppId : TEXTS.apiWithOneKey
}

function Piece(props: { title: string; isThere: boolean; children: ReactNode }) {
  return (
    <li className={classes.piece}>
      <div className={classes.title}>
        {props.title}
        <Badge tone={props.isThere ? 'good' : 'retry'}>
          {props.isThere ? TEXTS.there : TEXTS.missing}
        </Badge>
      </div>
      <div className={classes.value}>{props.children}</div>
    </li>
  )
}

const SHOWN_CONTACTS = 5

function Contacts({ packet: { contacts } }: { packet: PacketPreview }) {
  if (contacts.length === 0) return TEXTS.noBuyerIsNamed
  return (
    <ul className={classes.contacts}>
      {contacts.slice(0, SHOWN_CONTACTS).map(({ email, name, reference, outcome }) => (
        <li key={email}>
          {name === '' ? email : `${name}, ${email}`} · {reference} · {outcome}
        </li>
      ))}
      {contacts.length > SHOWN_CONTACTS && (
        <li>{TEXTS.andMore(contacts.length - SHOWN_CONTACTS)}</li>
      )}
    </ul>
  )
}

function Paused({ packet: { pausedAt } }: { packet: PacketPreview }) {
  if (pausedAt === null) return null
  return (
    <Worded
      text={TEXTS.ontraportTurnedItAway}
      parts={{ moment: <Moment at={pausedAt} style="long" /> }}
    />
  )
}
