import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInText } from '#components/transmission/find-in-text.ts'

test('words are found without regard to case', () => {
  expect(findInText('<Item>tea</Item><item>TEA</item>', 'tea')).toEqual([6, 22])
})

test('nothing is found for no words, or none that stand there', () => {
  expect(findInText('tea', '')).toEqual([])
  expect(findInText('tea', 'coffee')).toEqual([])
})

test('every place holds the words, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, words) => {
      for (const at of findInText(text + words + text, words))
        expect((text + words + text).slice(at, at + words.length).toLowerCase()).toBe(
          words.toLowerCase(),
        )
    }),
  )
})
