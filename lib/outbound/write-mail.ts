import type { AlertMessage } from '#lib/domain/compose-alert.ts'
import { html } from '#lib/markup.ts'
import { type Mail, oneLine } from './send-mail.ts'

export type Letterhead = {
  storeName: string
  /** The product's address, without a slash at its end. */
  appUrl: string
  /** Why this mail came; without it, that alerts are chosen in the settings. */
  foot?: string
}

/** A message as a mail: the same as plain text and as HTML without pictures, scripts or styles from elsewhere. */
export function writeMail(
  to: string,
  message: AlertMessage,
  { storeName, appUrl, foot = chosenIn(appUrl) }: Letterhead,
): Mail {
  const { headline, paragraphs, next, path } = message
  const link = `${appUrl}${path}`
  const todo = next === null ? [] : [`What to do: ${next}`]
  const end = `${storeName}. ${foot}`
  return {
    to,
    subject: oneLine(`[${storeName}] ${headline}`).slice(0, 200),
    text: [headline, ...paragraphs, ...todo, link, '--', end].join('\n\n'),
    html: html`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${headline}</title>
<body style="font-family: sans-serif; line-height: 1.5">
<h1 style="font-size: 18px">${headline}</h1>
${[...paragraphs, ...todo].map((text) => html`<p>${text}</p>\n`)}
<p><a href="${link}">${link}</a></p>
<hr><p style="font-size: 13px; color: #555">${end}</p>
</body></html>
`.source,
  }
}

function chosenIn(appUrl: string): string {
  return `What is sent here is chosen under Settings, Alerts: ${appUrl}/settings/alerts`
}
