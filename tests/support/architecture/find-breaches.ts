import type { Source } from './read-sources.ts'
import { MAY_IMPORT, type Room, roomOf, roomsOfLibrary } from './rooms.ts'

/** Every breach of the house's rules, in words that name the file and what it does. */
export function findBreaches(sources: readonly Source[]): string[] {
  return [
    ...sources.flatMap(breachesOf),
    ...findCycles(sources).map((cycle) => `Imports go round in a circle: ${cycle.join(' → ')}`),
  ]
}

function breachesOf(source: Source): string[] {
  const room = roomOf(source.path)
  if (room === null) return [`${source.path} stands in no room`]
  return [
    ...source.imports.flatMap((imported) => importBreach(source.path, room, imported) ?? []),
    ...(source.readsEnvironment && !mayReadEnvironment(source.path)
      ? [`${source.path} reads process.env, which only lib/env.ts may`]
      : []),
    ...(source.readsClock && room === 'domain'
      ? [`${source.path} reads the clock, which domain is given as an argument`]
      : []),
  ]
}

function importBreach(path: string, room: Room, imported: string): string | null {
  const target = roomOf(imported)
  if (target !== null) {
    return mayImport(path, room, imported, target)
      ? null
      : `${path} (${room}) imports ${imported} (${target})`
  }
  const rooms = roomsOfLibrary(imported)
  if (rooms === undefined) return `${path} imports ${imported}, which has no room`
  return rooms.includes(room) ? null : `${path} (${room}) imports the library ${imported}`
}

function mayImport(path: string, room: Room, imported: string, target: Room): boolean {
  if (room === 'services' && target === 'services') return isPartOf(imported, path)
  return room === target || MAY_IMPORT[room].includes(target)
}

/** A service never imports another one; what stands in the folder of its own name is a part of it. */
function isPartOf(imported: string, path: string): boolean {
  const service = /^lib\/services\/([^/.]+)/.exec(path)?.[1]
  return imported.startsWith(`lib/services/${service}/`)
}

// Next puts NODE_ENV into the proxy's code when it builds.
function mayReadEnvironment(path: string): boolean {
  return path === 'lib/env.ts' || path === 'proxy.ts'
}

/** Circles of files that import each other, each once, beginning with its first file by name. */
function findCycles(sources: readonly Source[]): string[][] {
  const importsOf = new Map(sources.map((source) => [source.path, source.imports]))
  const done = new Set<string>()
  const cycles: string[][] = []
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      cycles.push([...trail.slice(start), path])
      return
    }
    if (done.has(path)) return
    for (const imported of importsOf.get(path) ?? []) walk(imported, [...trail, path])
    done.add(path)
  }
  for (const path of [...importsOf.keys()].sort()) walk(path, [])
  return cycles
}
