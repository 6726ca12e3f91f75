import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Worded } from '#components/worded.tsx'

test('a text keeps its words and spaces, and each part stands where it is named', () => {
  const parts = { when: <b>now</b>, none: false, count: 2 }
  expect(
    renderToStaticMarkup(<Worded text="Begun {when}, {count} times.{none}" parts={parts} />),
  ).toBe('Begun <b>now</b>, 2 times.')
})
