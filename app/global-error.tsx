'use client'

import { APP_TEXTS } from '#components/texts/app.ts'
/** The last resort: the layout itself could not be rendered, so nothing of it can be used. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: 'system-ui, sans-serif', padding: '3rem 1.5rem', lineHeight: 1.5 }}
      >
        <title>{APP_TEXTS.brokenTitle}</title>
        <h1>{APP_TEXTS.broken}</h1>
        <p>{APP_TEXTS.brokenPage}</p>
        <button type="button" onClick={reset}>
          {APP_TEXTS.tryAgain}
        </button>
      </body>
    </html>
  )
}
