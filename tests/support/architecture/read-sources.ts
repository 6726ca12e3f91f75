import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** What a source file says that the rules of the house are about. */
export type Source = {
  path: string
  /** Own files by their path, libraries by their name. */
  imports: string[]
  readsEnvironment: boolean
  readsClock: boolean
}

const GENERATED = 'lib/db/generated/'

/** Every TypeScript file in these folders and of these names, relative to the root. */
export function readSources(root: string, places: readonly string[]): Source[] {
  return places
    .flatMap((place) => (/\.tsx?$/.test(place) ? [place] : filesIn(root, place)))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(GENERATED))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Static, dynamic and type imports, re-exports included, from the syntax tree and not from the text. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const names = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) =>
      statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  const seen = { readsEnvironment: false, readsClock: false }
  new Visitor({
    ImportExpression: ({ source }) => {
      // A computed name stands for anything, so it is given as it is written and fits no rule.
      const isText = source.type === 'Literal' && typeof source.value === 'string'
      names.push(isText ? String(source.value) : text.slice(source.start, source.end))
    },
    TSImportType: ({ source }) => void names.push(source.value),
    MemberExpression: ({ object, property }) => {
      const name = `${nameOf(object)}.${nameOf(property)}`
      if (name === 'process.env') seen.readsEnvironment = true
      if (name === 'Date.now' || name === 'performance.now') seen.readsClock = true
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (nameOf(callee) === 'Date' && given.length === 0) seen.readsClock = true
    },
  }).visit(program)
  return { path, imports: [...new Set(names.map((name) => resolve(path, name)))], ...seen }
}

function nameOf(node: { type: string }): string {
  return node.type === 'Identifier' && 'name' in node ? String(node.name) : '?'
}

/** `./x.ts` and `#lib/x.ts` to the path from the root; the name of a library stays as it is. */
function resolve(path: string, name: string): string {
  if (name.startsWith('.')) return posix.join(posix.dirname(path), name)
  return name.startsWith('#') ? name.slice(1) : name
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    posix.join(folder, name),
  )
}
