import type { AlertCause, AlertFacts, AlertNews, DigestFacts } from './alert.ts'
import { ALERT_WORDS, countMessages } from './alert-words.ts'
import { momentInZone } from './moment-in-zone.ts'
import type { TransmissionStatus } from './transmission.ts'

/** A message for people, before it becomes a mail or a post. */
export type AlertMessage = {
  /** One line. */
  headline: string
  /** Sentences, each a paragraph. */
  paragraphs: string[]
  /** What to do now; `null` when nothing is. */
  next: string | null
  /** Where in the product, from its root. */
  path: string
}

/** Says in plain words what happened and what to do next. */
export function composeAlert(news: AlertNews, timeZone: string): AlertMessage {
  if (news.topic === 'digest') return composeDigest(news.facts)
  const { topic, turn, facts } = news
  return turn === 'recovered' ? composeRecovery(topic) : composeBadTurn(topic, facts, timeZone)
}

function composeRecovery(cause: AlertCause): AlertMessage {
  const { path, recovered } = ALERT_WORDS[cause]
  return { path, ...recovered, next: null }
}

function composeBadTurn(cause: AlertCause, facts: AlertFacts, timeZone: string): AlertMessage {
  const { headline, paragraphs, next, path } = ALERT_WORDS[cause]
  const { since } = facts
  const sinceWhen = since === null ? [] : [`So it is since ${momentInZone(since, timeZone)}.`]
  return {
    headline: headline(facts),
    paragraphs: [...paragraphs(facts), ...sinceWhen, ...nameReferences(facts)],
    next,
    path,
  }
}

function nameReferences({ count, references }: AlertFacts): string[] {
  if (references.length === 0) return []
  const which = references.length >= count ? 'Concerned' : 'The newest of them'
  return [`${which}: ${references.join(', ')}.`]
}

function composeDigest({ day, counts, causes }: DigestFacts): AlertMessage {
  const sum = (...statuses: TransmissionStatus[]) =>
    counts
      .filter(({ status }) => statuses.includes(status))
      .reduce((total, { count }) => total + count, 0)
  const failed = sum('failed')
  const waiting = sum('held', 'queued', 'sending', 'retrying', 'unconfirmed')
  const bad = causes.map(({ cause, facts }) => ALERT_WORDS[cause].headline(facts))
  const arrived = counts.reduce((total, { count }) => total + count, 0)
  return {
    headline: `${dayInWords(day)}: ${sum('sent')} sent, ${failed} failed, ${waiting} waiting`,
    paragraphs: [
      arrived === 0
        ? 'On this day nothing arrived that ONTRAPORT has to be told of.'
        : `Of the ${countMessages(arrived)} of this day ${sum('sent')} were sent, ${failed} failed, ${waiting} wait, and ${sum('skipped')} were left out with a reason.`,
      bad.length === 0 ? 'Nothing needs you now.' : `Needs you now: ${bad.join('; ')}.`,
    ],
    next: bad.length === 0 ? null : 'Open the Overview: it says of each what to do.',
    path: '/',
  }
}

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${day}T00:00:00Z`))
}
