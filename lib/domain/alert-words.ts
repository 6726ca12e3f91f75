import type { AlertCause, AlertFacts } from './alert.ts'
import { MOST_COUNTED } from './reason-group.ts'

/** What mails and posts say of a cause. */
export type CauseWords = {
  headline: (facts: AlertFacts) => string
  paragraphs: (facts: AlertFacts) => string[]
  next: string
  path: string
  recovered: { headline: string; paragraphs: string[]; path?: string }
}

/** What a test of a channel says. */
export const TEST_MESSAGE = {
  headline: 'This is a test',
  paragraphs: ['Alerts arrive here. Nothing is wrong, and nothing is to be done.'],
  next: null,
  path: '/settings/alerts',
}

export const ALERT_WORDS: Record<AlertCause, CauseWords> = {
  'connection-paused': {
    headline: () => 'Nothing is sent to ONTRAPORT: the connection is paused',
    paragraphs: (facts) => [
      facts.detail ??
        'ONTRAPORT turned the key away, so sending has stopped. Everything waits; nothing is lost.',
      ...waiting(facts),
    ],
    next: 'Open Integration and save a key that ONTRAPORT takes (in ONTRAPORT: Administration, Integrations, UltraCart); after a restore, test the one that is there. What waits then goes out by itself.',
    path: '/integration#key',
    recovered: {
      headline: 'Sending to ONTRAPORT goes on',
      paragraphs: ['The connection is no longer paused. What waited goes out now, in order.'],
      path: '/log',
    },
  },
  'ontraport-silent': {
    headline: () => 'ONTRAPORT does not answer',
    paragraphs: (facts) => [
      'Several messages in a row got no answer. One at a time is tried now and then; the rest waits. Nothing is lost.',
      ...waiting(facts),
    ],
    next: 'Usually nothing: once ONTRAPORT answers, everything goes out in order. If it lasts, ask ONTRAPORT whether it has an outage.',
    path: '/log?status=queued,retrying',
    recovered: {
      headline: 'ONTRAPORT answers again',
      paragraphs: ['What waited goes out now, in order.'],
      path: '/log',
    },
  },
  failed: {
    headline: ({ count }) => `${countMessages(count)} to ONTRAPORT failed for good`,
    paragraphs: () => ['These are not tried again by themselves.'],
    next: 'Open them in the log: each says why. Put the reason right, then send them again, or close those that need no message.',
    path: '/log?status=failed',
    recovered: {
      headline: 'No failed messages are left',
      paragraphs: ['All that had failed were sent again, closed or removed.'],
      path: '/log',
    },
  },
  unconfirmed: {
    headline: ({ count }) =>
      `${countMessages(count)} ${count === 1 ? 'waits' : 'wait'} for your decision`,
    paragraphs: () => [
      'It is not known whether ONTRAPORT has them, and sent twice they would be booked twice. So they wait for a person.',
    ],
    next: 'Look in ONTRAPORT whether the orders are there. Then open each in the log and send it again, or close it.',
    path: '/log?status=unconfirmed',
    recovered: {
      headline: 'No message waits for a decision any more',
      paragraphs: ['All that had waited for a person were decided.'],
      path: '/log',
    },
  },
  'webhook-refused': {
    headline: () => 'UltraCart is turned away: its user name or password is wrong',
    paragraphs: ({ detail }) => [
      ...(detail === null ? [] : [detail]),
      'Nothing that it reports is taken. UltraCart goes on trying for some days, so what is put right soon comes in by itself.',
    ],
    next: 'Open Integration and compare the user name and the password of the webhook with those entered in UltraCart. Past orders can be fetched there afterwards.',
    path: '/integration#ultracart',
    recovered: {
      headline: 'UltraCart is no longer turned away',
      paragraphs: ['No wrong user name or password has come for a day, or the right ones have.'],
    },
  },
  'store-silent': {
    headline: () => 'UltraCart has gone silent',
    paragraphs: ({ detail }) => [
      ...(detail === null ? [] : [`${detail}.`]),
      'Orders placed meanwhile may not have arrived here.',
    ],
    next: 'If the store does sell, look in UltraCart whether the webhook is still there and what its log says; Integration shows the address and the password that it must use. Past orders can be fetched there afterwards.',
    path: '/integration',
    recovered: {
      headline: 'UltraCart is heard again',
      paragraphs: ['Events arrive again. Integration can fetch orders of the silent time.'],
    },
  },
  'disk-low': {
    headline: () => 'The disk of this installation is nearly full',
    paragraphs: ({ detail }) => [
      ...(detail === null ? [] : [detail]),
      'Once it is full, the database stops and no event can be taken.',
    ],
    next: 'Tell whoever runs this installation to make room on the disk that holds its data, or to have texts removed sooner.',
    path: '/',
    recovered: {
      headline: 'The disk of this installation has room again',
      paragraphs: ['There is enough free space on the disk that holds the data.'],
    },
  },
}

/** Such as `1 message` or `1000 or more messages`. */
export function countMessages(count: number): string {
  if (count === 1) return '1 message'
  return `${count >= MOST_COUNTED ? `${MOST_COUNTED} or more` : count} messages`
}

function waiting({ count }: AlertFacts): string[] {
  return count === 0 ? [] : [`Waiting now: ${countMessages(count)}.`]
}
