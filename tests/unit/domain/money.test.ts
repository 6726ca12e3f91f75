import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimal, toMinorUnits } from '#lib/domain/money.ts'

describe('money', () => {
  test.each([
    [72.25, 'USD', 7225],
    [1.005, 'USD', 101],
    [0.1 + 0.2, 'USD', 30],
    ['18.02', 'EUR', 1802],
    [1200, 'JPY', 1200],
    ['1.2345', 'KWD', 1235],
    [-4.5, 'USD', -450],
    ['.5', 'USD', 50],
    [0, 'USD', 0],
  ])('%s %s is %s minor units', (value, currency, minorUnits) => {
    expect(toMinorUnits(value, currency)).toBe(minorUnits)
  })

  test.each(['', 'abc', '1,000.00', '1e3', '--1', '.'])('"%s" is no amount', (text) => {
    expect(() => toMinorUnits(text, 'USD')).toThrow(RangeError)
  })

  test('what is written is what is read, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'XYZ'),
        (minorUnits, currency) => {
          const written = formatDecimal({ minorUnits, currency })
          expect(toMinorUnits(written, currency)).toBe(minorUnits)
        },
      ),
    )
  })
})
