import { describe, expect, test } from 'vitest'
import { readXml, textsOf } from '#lib/ultracart/postback/read-xml.ts'
import { refusalOf } from '#tests/support/read-webhook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const textIn = (inner: string) => readXml(`<export>${inner}</export>`).text

describe('text', () => {
  test.each([
    ['Caf&#233; &#xe9;&#XE9', null],
    ['&lt;b&gt; &amp;&quot;&apos;', '<b> &"\''],
    ['&amp;lt;', '&lt;'],
    ['&amp;#65;', '&#65;'],
    ['&eacute;', '&eacute;'],
    ['&#x1F514;', '🔔'],
    ['&#0;&#xD800;&#1114112;', '\uFFFD\uFFFD\uFFFD'],
    ['<![CDATA[a &amp; <b>]]>', 'a &amp; <b>'],
    ['a <![CDATA[ & ]]> b', 'a  &  b'],
    ['<![CDATA[<!DOCTYPE html>]]>', '<!DOCTYPE html>'],
    ['one<!-- <!DOCTYPE x> -->two', 'onetwo'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['a\r\nb', 'a\nb'],
    ['a&#13;b', 'a\rb'],
  ])('%j is read as %j', (inner, text) => {
    if (text === null) expect(() => textIn(inner)).toThrow('not well-formed')
    else expect(textIn(inner)).toBe(text)
  })

  test('attributes, comments and instructions leave no trace', () => {
    const root = readXml('<?xml version="1.0"?><!-- x --><a id="1>2"><?go on?><b c=\'<\'>d</b></a>')
    expect(root).toEqual({
      name: 'a',
      text: '',
      children: [{ name: 'b', text: 'd', children: [] }],
    })
  })

  test('of several elements with one name the first that has text counts', () => {
    expect(textsOf(readXml('<o><id/><id>7</id><id>8</id><n><id>9</id></n></o>'))).toMatchObject({
      id: '7',
    })
  })

  test('names that JavaScript knows are names like any other, or refused', () => {
    const texts = textsOf(readXml('<o><toString>a</toString><valueOf>b</valueOf></o>'))
    expect(Object.values(texts)).toEqual(['a', 'b'])
    expect(refusalOf(bytes('<o><__proto__>a</__proto__></o>'))).toContain('The body is')
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })
})

describe('what is refused', () => {
  test.each([
    ['<export><order></export>', /line 1, column 16: Expected closing tag 'order'/],
    ['<export>\n  <order>\n</export>', /line 3, column 1: /],
    ['<export>', /Unclosed tag 'export'/],
    ['<export/><export/>', /not well-formed/],
    ['<export/>tail', /not well-formed/],
    ['<export>a & b</export>', /char '&' is not expected/],
    ['<export><!-- open </export>', /not well-formed/],
    ['<export><![CDATA[ open </export>', /not well-formed/],
    ['<export a="1></export>', /not well-formed/],
    ['<1></1>', /not well-formed/],
    ['<', /not well-formed/],
    ['<>', /not well-formed/],
    ['<?xml version="1.0"?>', /not well-formed/],
    ['<!-- only -->', /not well-formed/],
  ])('%j, with the place of its fault', (xml, sentence) => {
    expect(refusalOf(bytes(xml))).toMatch(sentence)
  })

  test.each([
    '<!DOCTYPE export><export/>',
    '<!doctype export><export/>',
    '<?xml version="1.0"?>\n<!DOCTYPE export SYSTEM "file:///etc/passwd"><export/>',
    '<!ENTITY a "b"><export/>',
    '<export><!ELEMENT order (x)></export>',
    '<!DOCTYPE e [<!ENTITY x SYSTEM "http://192.0.2.1/">]><export>&x;</export>',
  ])('the declaration in %j', (xml) => {
    expect(refusalOf(bytes(xml))).toBe(
      'The body holds a DOCTYPE or another declaration, which is not allowed',
    )
  })

  test('a billion laughs, before one is laughed', () => {
    const names = 'abcdefghij'.split('')
    const entities = names.map((name, at) => {
      const inner = at === 0 ? 'ha' : `&${names[at - 1]};`.repeat(10)
      return `<!ENTITY ${name} "${inner}">`
    })
    const xml = `<!DOCTYPE l [${entities.join('')}]><export>&j;</export>`
    expect(refusalOf(bytes(xml))).toContain('DOCTYPE')
  })

  test('more than 64 levels, at once and without a stack of its own', () => {
    const deep = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`
    expect(refusalOf(bytes(deep(64)))).toContain('is XML of "a"')
    expect(refusalOf(bytes(deep(65)))).toBe('The body nests deeper than 64 levels')
    expect(refusalOf(bytes('<a>'.repeat(1_000_000)))).toBe('The body nests deeper than 64 levels')
  })

  test('more than half a million elements', () => {
    const xml = `<export>${'<a/>'.repeat(500_001)}</export>`
    expect(refusalOf(bytes(xml))).toBe('The body holds more than 500000 elements')
  })

  test('more than six megabytes', () => {
    const xml = `<export>${'<a/>\n'.repeat(1_300_000)}</export>`
    expect(() => readXml(xml)).toThrow('XML of more than 6 MB')
  })

  test('one text of megabytes', () => {
    const xml = `<export><order>${'x'.repeat(2_000_000)}</order></export>`
    expect(refusalOf(bytes(xml))).toContain('more than a million characters')
  })

  test('an encoding that is not read here', () => {
    expect(refusalOf(bytes('<?xml version="1.0" encoding="UTF-7"?><export/>'))).toBe(
      'The body declares the encoding "UTF-7", which is not read here',
    )
  })

  test('bytes that are not in the encoding declared', () => {
    const latin1 = Buffer.from('<?xml version="1.0" encoding="UTF-8"?><export>é</export>', 'latin1')
    expect(refusalOf(latin1)).toBe('The body is not valid UTF-8')
  })
})

test('Latin-1 is read when it is declared', () => {
  const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><é/>'
  expect(refusalOf(Buffer.from(xml, 'latin1'))).toContain('is XML of "é"')
})
