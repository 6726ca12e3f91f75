/** A number of messages in words, such as `1 message` or `12 messages`. */
export function countMessages(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'message' : 'messages'}`
}
