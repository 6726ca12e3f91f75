import { expect, test } from 'vitest'
import { prettyXml } from '#components/transmission/pretty-xml.ts'

test('each element has a line, and short ones keep their text beside them', () => {
  expect(
    prettyXml('<?xml version="1.0"?>\n<export><order><id>1</id><gift/></order></export>'),
  ).toBe(
    [
      '<?xml version="1.0"?>',
      '<export>',
      '  <order>',
      '    <id>1</id>',
      '    <gift/>',
      '  </order>',
      '</export>',
    ].join('\n'),
  )
})

test('escaped text stays escaped', () => {
  expect(prettyXml('<a><b>&lt;script&gt; &amp; more</b></a>')).toBe(
    '<a>\n  <b>&lt;script&gt; &amp; more</b>\n</a>',
  )
})

test('an empty element stays on one line', () => {
  expect(prettyXml('<a><b></b></a>')).toBe('<a>\n  <b></b>\n</a>')
})

test.each(['Success', '', '<p>unclosed', '</p>', '<a><b></a>text<'])(
  '%j is left as it is',
  (text) => {
    expect(prettyXml(text)).toBeNull()
  },
)
