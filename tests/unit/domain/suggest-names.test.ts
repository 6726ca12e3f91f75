import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSuggester, similarity } from '#lib/domain/suggest-names.ts'

const suggest = nameSuggester(
  ['Green Tea (100 g)', 'Green Tea (500 g)', 'Teapot, cast iron', 'Thé à la menthe'].map(
    (name) => ({
      name,
      usedBy: [],
    }),
  ),
)

function namesFor(itemId: string, description = ''): string[] {
  return suggest({ itemId, description }).map(({ name }) => name)
}

describe('suggestions', () => {
  test.each([
    ['TEA-GREEN-100', '', 'Green Tea (100 g)'],
    ['TEA-GREEN-500', '', 'Green Tea (500 g)'],
    ['X1', 'Cast-iron teapot', 'Teapot, cast iron'],
    ['the_menthe', '', 'Thé à la menthe'],
  ])('%s “%s” is most like %s', (itemId, description, name) => {
    expect(namesFor(itemId, description)[0]).toBe(name)
  })

  test('an item that is like nothing gets its own description at the most', () => {
    expect(namesFor('QZX-9')).toEqual([])
    expect(namesFor('QZX-9', 'Whisk')).toEqual(['Whisk'])
  })

  test('a name that other items use says so', () => {
    const [first] = nameSuggester([{ name: 'Green Tea', usedBy: ['TEA-1'] }])({
      itemId: 'GREEN-TEA',
      description: '',
    })
    expect(first).toEqual({ name: 'Green Tea', usedBy: ['TEA-1'] })
  })
})

describe('similarity', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })

  test('lies between 0 and 1, is the same both ways, and is 1 for texts with a word that are equal', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const score = similarity(left, right)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarity(right, left)).toBe(score)
        if (/[\p{L}\p{N}]/u.test(left.normalize('NFKD').replaceAll(/\p{M}/gu, '')))
          expect(similarity(left, left)).toBe(1)
      }),
    )
  })

  test('does not depend on the order of words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(words, (given) => {
        expect(similarity(given.join(' '), given.toReversed().join('-'))).toBe(1)
      }),
    )
  })
})
