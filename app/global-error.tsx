'use client'

/** The last resort: the layout itself could not be rendered, so nothing of it can be used. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: 'system-ui, sans-serif', padding: '3rem 1.5rem', lineHeight: 1.5 }}
      >
        <title>Something went wrong · Relay</title>
        <h1>Something went wrong</h1>
        <p>Relay could not show this page. Orders are still taken in, and nothing is lost.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  )
}
