import { expect, test } from 'vitest'
import { decodeEntities } from '#lib/ultracart/decode-entities.ts'

test.each([
  ['Caf&eacute; &amp; Co.', 'Café & Co.'],
  ['&lt;b&gt; &quot;x&quot; &apos;y&apos;', '<b> "x" \'y\''],
  ['&Eacute;t&eacute; &ndash; 5&euro;', 'Été – 5€'],
  ['&#8217; &#x2019; &#X1F514;', '’ ’ 🔔'],
  ['&#146;', '’'],
  ['&Omega;&omega;&yuml;&Yuml;', 'Ωωÿ\u0178'],
  ['&frac12; &rarr; &hearts;', '½ → ♥'],
])('%s becomes %s', (html, plain) => {
  expect(decodeEntities(html)).toBe(plain)
})

test('text is decoded once, not until nothing is left', () => {
  expect(decodeEntities('&amp;lt;b&amp;gt; &amp;amp;')).toBe('&lt;b&gt; &amp;')
})

test.each(['AT&T', 'a & b', '&unknown;', '&constructor;', '&amp', '&#;', '&#x;'])(
  '%s stays as it is',
  (text) => {
    expect(decodeEntities(text)).toBe(text)
  },
)

test('a reference to NUL, to half a pair or to beyond Unicode does no harm', () => {
  expect(decodeEntities('a&#0;b&#xD800;c&#x110000;d&#9999999;')).toBe('ab\uFFFDc\uFFFDd\uFFFD')
})
