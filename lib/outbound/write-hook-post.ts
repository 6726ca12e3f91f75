import type { AlertMessage } from '#lib/domain/compose-alert.ts'
import { oneLine } from './send-mail.ts'
import type { Letterhead } from './write-mail.ts'

/** A message as Slack's incoming webhooks, and those like them, take it. */
export function writeHookPost(
  { headline, paragraphs, next, path }: AlertMessage,
  { storeName, appUrl }: Letterhead,
): { text: string } {
  const lines = [
    `*${plain(storeName)}: ${plain(headline)}*`,
    ...paragraphs.map(plain),
    ...(next === null ? [] : [`What to do: ${plain(next)}`]),
    plain(`${appUrl}${path}`),
  ]
  return { text: lines.join('\n') }
}

/** Slack reads three characters as markup of its own: mentions, links and commands begin with `<`. */
function plain(text: string): string {
  return oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
