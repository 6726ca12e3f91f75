import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLiteralTexts } from '#tests/support/find-literal-texts.ts'

const ROOT = join(import.meta.dirname, '../../..')

test('no screen says anything in English that does not stand in components/texts', () => {
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => join(folder, path)),
  )
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((path) =>
    findLiteralTexts(path, readFileSync(join(ROOT, path), 'utf8')),
  )
  expect(found, 'Move these into components/texts').toEqual([])
})

test('a text is found however it is written', () => {
  const ways = {
    plain: '<p>Hello there</p>',
    'among others': '<p><b>{name}</b> said hello</p>',
    'in braces': "<p>{'Hello'}</p>",
    'of a condition': "<p>{isOpen ? close : 'Open'}</p>",
    'after a condition': '<>{isOpen && `Open today`}</>',
    attribute: '<Field label="Name" />',
    'attribute of a condition': "<Field aria-label={isOpen ? 'Close' : open} />",
    'attribute of a template': '<Field placeholder={`such as this`} />',
  }
  for (const [way, markup] of Object.entries(ways))
    expect(findLiteralTexts('a.tsx', `export const a = ${markup}`), way).toHaveLength(1)
})

test('what is no text is let through', () => {
  const markup =
    '<p className="wide" id="top">{count} · {TEXTS.rows} <Field label={TEXTS.name} /></p>'
  expect(findLiteralTexts('a.tsx', `export const a = ${markup}`)).toEqual([])
})
