import { Markup } from '#lib/markup.ts'

/** Legible on screen and on paper, in either of the reader's colour schemes. */
export const PAGE_STYLE = new Markup(`
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.0625rem; margin: 1.5rem 0 0.25rem; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
h4 { font-size: 0.875rem; margin: 1rem 0 0.25rem; }
p, ul { margin: 0.25rem 0; overflow-wrap: anywhere; }
.pieces { padding-left: 1.25rem; }
.note, article { padding: 1rem; border: 1px solid #8886; border-radius: 8px; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
dl { margin: 0; font-size: 0.875rem; }
dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.5rem; }
dt { opacity: 0.75; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { padding: 0.75rem; margin: 0.25rem 0; border: 1px solid #8886; border-radius: 6px;
  font-size: 0.8125rem; white-space: pre-wrap; overflow-wrap: anywhere; }
`)
