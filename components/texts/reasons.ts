import { counted } from './plural.ts'

export const REASON_TEXTS = {
  reasonSection: {
    title: 'What needs attention, and why',
    moreReasons: (count: number) => counted(count, { one: 'more reason', other: 'more reasons' }),
    sendThemAgain: 'Send them again…',
    firstLast: 'first {first}, last {last}',
  },
} as const
