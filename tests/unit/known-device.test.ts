import { expect, test } from 'vitest'
import { markDevice, readDevice } from '#lib/known-device.ts'

test('a mark is good for the account that it was made for, and for no other', () => {
  const mark = markDevice('ann@example.com')
  expect(readDevice(mark, 'ann@example.com')).toBe(mark.split('.')[0])
  expect(readDevice(mark, 'bob@example.com')).toBeNull()
})

test('two browsers have two marks', () => {
  expect(markDevice('ann@example.com')).not.toBe(markDevice('ann@example.com'))
})

test.each([undefined, '', '.', 'made-up', 'made-up.made-up', '..', 'a.b.c'])(
  'the made-up mark %j is none',
  (mark) => {
    expect(readDevice(mark, 'ann@example.com')).toBeNull()
  },
)
