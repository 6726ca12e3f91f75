import { counted } from './plural.ts'

/** A number of messages in words, such as `1 message` or `12 messages`. */
export function countMessages(count: number): string {
  return counted(count, { one: 'message', other: 'messages' })
}
