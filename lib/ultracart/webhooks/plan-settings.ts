import type { RawWebhook } from './webhook-calls.ts'
import { type UltraCartWebhook, webhookSchema } from './webhook-schema.ts'

export type WantedSettings = { user: string; password: string }

/** UltraCart's documentation gives 900K for a message; one of its samples asks for more. */
const MAXIMUM_SIZE = 900_000
/** One slow delivery must not hold up too many events; the setting may not be less than 10. */
const MAXIMUM_EVENTS = 100
/** What our door takes without complaint. */
const LARGEST_SIZE = 5 * 1024 * 1024
const MOST_EVENTS = 1_000

type Setting = { field: keyof UltraCartWebhook; value: unknown; words: string }

/** How UltraCart must call us beside the events: the fields to set, and what of it is a change. */
export function planSettings(
  webhook: RawWebhook,
  wanted: WantedSettings,
): { fields: RawWebhook; changes: string[] } {
  const needed = settingsFor(webhookSchema.parse(webhook), wanted, webhook.basic_password)
  return {
    fields: Object.fromEntries(needed.map(({ field, value }) => [field, value])),
    changes: needed.map(({ words }) => words).filter((words) => words !== ''),
  }
}

function settingsFor(
  present: UltraCartWebhook,
  { user, password }: WantedSettings,
  presentPassword: unknown,
): Setting[] {
  const all: (Setting & { isRight: boolean })[] = [
    {
      field: 'authentication_type',
      value: 'basic',
      isRight: present.authentication_type === 'basic',
      words: 'Prove itself by user name and password (Basic).',
    },
    {
      field: 'basic_username',
      value: user,
      isRight: present.basic_username === user,
      words: `Use the user name ${user}.`,
    },
    {
      field: 'basic_password',
      value: password,
      // Where UltraCart does not show it, it may be an old one.
      isRight: presentPassword === password,
      words: 'Use the password that Relay expects.',
    },
    {
      field: 'api_version',
      value: '2017-03-01',
      isRight: present.api_version === '2017-03-01',
      words: 'Send the models of version 2017-03-01.',
    },
    {
      field: 'compress_events',
      value: false,
      isRight: present.compress_events !== true,
      words: 'Send events as they are, uncompressed.',
    },
    {
      field: 'maximum_events',
      value: MAXIMUM_EVENTS,
      isRight: isWithin(present.maximum_events, MOST_EVENTS),
      words: `Send at most ${MAXIMUM_EVENTS} events at a time.`,
    },
    {
      field: 'maximum_size',
      value: MAXIMUM_SIZE,
      isRight: isWithin(present.maximum_size, LARGEST_SIZE),
      words: 'Send at most 900 KB at a time.',
    },
    {
      field: 'disabled',
      value: false,
      isRight: present.disabled !== true,
      words: 'Switch it on again: UltraCart had disabled it.',
    },
  ]
  return all.filter((setting) => !setting.isRight)
}

function isWithin(present: number | null, most: number): boolean {
  return present !== null && present > 0 && present <= most
}
