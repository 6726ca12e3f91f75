import type { SupportPacket } from '#lib/domain/support-packet.ts'
import { html, type Markup } from '#lib/markup.ts'
import { entryArticle } from './entry-article.ts'
import { PAGE_STYLE } from './page-style.ts'

/** The packet as one page that is read offline: no script, nothing loaded from elsewhere. */
export function packetPage(packet: SupportPacket): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>UltraCart to ONTRAPORT: evidence of ${packet.merchantName}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>UltraCart to ONTRAPORT: evidence for support</h1>
<p>Store ${packet.merchantName} (UltraCart merchant id ${packet.merchantId}). Made ${packet.madeAt}
by ${packet.madeBy}. Times are UTC.</p>
${packet.note === '' ? html`` : html`<p class="note">${packet.note}</p>`}
${pieces(packet)}
<h2 id="entries">The logged transmissions</h2>
${packet.isMore ? html`<p>The newest ${packet.entries.length}; there are more of the kind.</p>` : html``}
${packet.entries.map(entryArticle)}
</main>
</body>
</html>
`
  return page.source
}

/** The six pieces in the order in which UltraCart's page on ONTRAPORT lists them. */
function pieces(packet: SupportPacket): Markup {
  return html`<ol class="pieces">
<li><h2>Example contacts who see this issue</h2>${contacts(packet)}</li>
<li><h2>The address of the order form that is connected to UltraCart</h2>
<p>${packet.formUrl || 'Not given.'}</p></li>
<li><h2>The name of that form in ONTRAPORT</h2><p>${packet.formName || 'Not given.'}</p></li>
<li><h2>${packet.way === 'rest' ? 'The App ID of the API' : 'The UltraCart key'}, to verify that the keys match</h2>
<p>${packet.keyHint === null ? 'No key is saved.' : `It ends in ${packet.keyHint.replaceAll('•', '')}.`}
Only its last characters are shown; messages go to ${packet.receiverUrl}.
${packet.pausedAt === null ? '' : `ONTRAPORT turned it away on ${packet.pausedAt}; sending is paused since.`}</p></li>
<li><h2>The logged transmission</h2>
<p><a href="#entries">${packet.entries.length === 1 ? 'One transmission' : `${packet.entries.length} transmissions`}</a>
with what was sent, the code and the answer; as files in <code>messages/</code> and <code>answers/</code>.</p></li>
<li><h2>The method</h2>${method(packet)}</li>
</ol>`
}

function contacts({ contacts: found }: SupportPacket): Markup {
  if (found.length === 0) return html`<p>No buyer is named in these transmissions.</p>`
  return html`<table><tr><th>Email</th><th>Name</th><th>Reference</th><th>Outcome</th></tr>
${found.map(
  ({ email, name, reference, outcome }) =>
    html`<tr><td>${email}</td><td>${name}</td><td>${reference}</td><td>${outcome}</td></tr>`,
)}</table>`
}

function method({ method: chosen, way, themes }: SupportPacket): Markup {
  if (chosen === 'api' && way === 'rest')
    return html`<p>ONTRAPORT’s documented API, with an App ID and a key.</p>`
  if (chosen === 'api') return html`<p>API, with one key.</p>`
  return html`<p>Partner Tracking Pixel.</p>
<ul>${themes.map(({ theme, host }) => html`<li>Theme ${theme}: ${host}</li>`)}</ul>`
}
