import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PICTURED_PAGES } from '../screenshots/pages.ts'
import { PUBLISHED } from '../screenshots/publish-pictures.ts'

const ROOT = join(import.meta.dirname, '../..')

test('every page, and what stands where a page cannot, is in the list of screenshots', () => {
  const faces = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)(page|not-found|error)\.tsx$/.test(path))
    .map((path) => `app/${path}`)
  const pictured = new Set(PICTURED_PAGES.map(({ file }) => file))
  expect([...pictured].toSorted()).toEqual(faces.toSorted())
})

test('the documents show the pictures that are published, and no others', () => {
  const shown = ['README.md', 'docs/guide.md'].flatMap((document) => [
    ...readFileSync(join(ROOT, document), 'utf8').matchAll(/screenshots\/([\w-]+)\.png/g),
  ])
  const names = new Set(shown.map(([, name]) => name))
  expect([...names].toSorted()).toEqual(PUBLISHED.map(({ file }) => file).toSorted())
})
