import type { Retention } from '#lib/domain/retention.ts'
import { counted } from './plural.ts'

const countDays = (days: number) => counted(days, { one: 'day', other: 'days' })
const countMonths = (months: number) => counted(months, { one: 'month', other: 'months' })
const countMessages = (count: number) => counted(count, { one: 'message', other: 'messages' })
const countDeliveries = (count: number) => counted(count, { one: 'delivery', other: 'deliveries' })

export const KEEPING_TEXTS = {
  page: 'Keeping data',
  title: 'How long things are kept',
  description:
    'Once a day, whatever is older is removed for good. What still waits to be sent is kept until it has gone out.',
  bodyDays: 'Texts, in days',
  bodyDaysHint:
    'What UltraCart delivered, what was sent and what was answered, with names and addresses.',
  rowMonths: 'Rows of the log, in months',
  rowMonthsHint: 'That something was sent, when, its amount and what came of it.',
  consequence: ({ bodyDays, rowMonths }: Retention) =>
    `The log shows what was sent for ${countDays(bodyDays)}, and that it was sent for ${countMonths(rowMonths)}. Without its texts a message can no longer be sent again as it was.`,
  save: 'Save',
  saved: 'Saved',
  savedText: 'It takes effect within a day.',
  onlyOwners: 'Only owners of this store can change this.',
  shorten: {
    title: 'Keep things for a shorter time?',
    consequence: ({ bodyDays, rowMonths }: Retention) =>
      `Within a day, texts older than ${countDays(bodyDays)} and rows older than ${countMonths(rowMonths)} are removed for good. Only a backup has them then.`,
    confirm: 'Keep for a shorter time',
    cancel: 'Leave as it is',
  },
  storage: (database: string, free: string, total: string) =>
    `The database takes ${database}; ${free} of ${total} are free on the disk of this installation.`,
} as const

export const ERASE_TEXTS = {
  title: 'Erase a person',
  description:
    'When a customer asks to be forgotten. Their name, address and every message about them are taken out of everything that is kept here; that something was sent, when, and its amount stay. ONTRAPORT and UltraCart keep what they have: ask for it there, too.',
  email: 'Email of the person',
  look: 'Look for them',
  nothing: (email: string) => `Nothing is kept here of ${email}.`,
  found: (email: string, messages: number, deliveries: number) =>
    `Kept here of ${email}: ${countMessages(messages)} in the log, and ${countDeliveries(deliveries)} from UltraCart.`,
  waiting: (waiting: number) =>
    waiting === 1
      ? 'One of the messages still waits to be sent. Once erased it is never sent.'
      : `${waiting} of the messages still wait to be sent. Once erased they are never sent.`,
  skipWaiting: 'Erase them all the same, and never send what waits',
  confirmLabel: 'Type the email once more to erase',
  confirmHint: 'This cannot be undone. Only a backup has it then.',
  erase: 'Erase for good',
  cancel: 'Cancel',
  done: (messages: number, deliveries: number) =>
    `Erased from ${countMessages(messages)} and ${countDeliveries(deliveries)}.`,
  doneMore: 'That somebody was erased, and by whom, is in the audit trail, without the email.',
} as const
