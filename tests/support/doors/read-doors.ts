import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { frontRoutes } from '../../../scripts/start/front-routes.ts'

const ROOT = join(import.meta.dirname, '../../..')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Every door of the product as its sources have them, each by a name that the expectations use. */
export type Doors = { pages: string[]; actions: string[]; routes: string[] }

export function readDoors(): Doors {
  const files = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('app', name))
    .filter((path) => /\.tsx?$/.test(path))
  return {
    pages: files.filter((path) => /\/page\.tsx?$/.test(path)),
    actions: files.flatMap((path) => actionsIn(path).map((action) => doorName(path, action))),
    routes: [
      ...files
        .filter((path) => /\/route\.tsx?$/.test(path))
        .flatMap((path) => methodsIn(path).map((method) => doorName(path, method))),
      ...frontRoutes.map(({ method, path }) => doorName('front', `${method} ${path}`)),
    ],
  }
}

/** `FILE: NAME` */
export function doorName(file: string, name: string): string {
  return `${file}: ${name}`
}

function actionsIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  if (!text.includes('use server')) return []
  const { program } = parseSync(path, text)
  const isActionFile = program.body.some(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use server',
  )
  if (!isActionFile)
    throw new Error(`${path}: put server actions into a file that begins with 'use server'.`)
  return exportsOf(path, text)
}

function methodsIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return exportsOf(path, text).filter((name) => METHODS.includes(name))
}

function exportsOf(path: string, text: string): string[] {
  return parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, isType }) => (isType ? [] : (exportName.name ?? 'default'))),
  )
}
