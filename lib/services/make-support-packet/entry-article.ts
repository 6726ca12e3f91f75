import type { PacketEntry } from '#lib/domain/support-packet.ts'
import type { AttemptView, CallView } from '#lib/domain/transmission.ts'
import { html, type Markup } from '#lib/markup.ts'

/** One transmission of the page: what it is, its attempts with their answers, and what was sent. */
export function entryArticle(entry: PacketEntry): Markup {
  const { description, type, status, reason, reference, createdAt, responseCode } = entry
  return html`<article>
<h3>${description}</h3>
<dl>
${fact('Type', type)}${fact('Status', status)}${fact('Why', reason)}${fact('Reference', reference)}
${fact('Response code', responseCode === null ? null : String(responseCode))}
${fact('Created', createdAt)}${fact('Log id', entry.id)}
</dl>
${lines(entry)}
<h4>Request</h4>
${entry.request === null ? html`<p>Nothing was sent.</p>` : html`<pre>${entry.request}</pre>`}
${entry.attempts.map(attemptSection)}
</article>
`
}

function fact(label: string, value: string | null): Markup {
  return value === null ? html`` : html`<div><dt>${label}</dt><dd>${value}</dd></div>`
}

function lines({ lines: found }: PacketEntry): Markup {
  if (found.length === 0) return html``
  return html`<table><tr><th>Item id</th><th>Product name sent</th><th>Name from</th><th>Quantity</th></tr>
${found.map(
  (line) =>
    html`<tr><td>${line.itemId}</td><td>${line.productName}</td><td>${line.nameSource}</td><td>${line.quantity}</td></tr>`,
)}</table>`
}

function attemptSection(attempt: AttemptView): Markup {
  const { number, startedAt, url, outcome, responseCode, reason, responseBody } = attempt
  const headers = Object.entries(attempt.responseHeaders ?? {})
  return html`<section>
<h4>Attempt ${number}: ${outcome ?? 'no answer yet'}</h4>
<p>${startedAt}, ${attempt.calls.length > 0 ? 'calls of' : 'POST'} ${url}${responseCode === null ? '' : `, response code ${responseCode}`}.
${reason ?? ''}</p>
${attempt.calls.length > 0 || headers.length === 0 ? html`` : html`<pre>${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>`}
${attempt.calls.length > 0 || responseBody === null ? html`` : html`<pre>${bodyText(responseBody)}</pre>`}
${attempt.calls.map(callSection)}
</section>`
}

function bodyText(body: string): string {
  return body === '' ? '(empty)' : body
}

/** One of the calls of ONTRAPORT's API that the attempt was made of. */
function callSection(call: CallView, index: number): Markup {
  const { method, path, request, startedAt, responseCode, responseBody, reason } = call
  return html`<h4>Call ${index + 1}: ${method} ${path}</h4>
<p>${startedAt}${responseCode === null ? ', no answer' : `, response code ${responseCode}`}. ${reason ?? ''}</p>
${request === null ? html`` : html`<pre>${request}</pre>`}
${responseBody === null ? html`` : html`<pre>${bodyText(responseBody)}</pre>`}`
}
