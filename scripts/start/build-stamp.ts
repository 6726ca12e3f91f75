import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made from. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
]

/** A hash over the names and contents of all sources. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) addSource(hash, root, source)
  return hash.digest('hex')
}

/** Whether the build in .next is a whole one of the sources as they are now. */
export function isBuilt(root: string): boolean {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

/** Notes what the finished build was made from. */
export function markBuilt(root: string, sources: string): void {
  writeFileSync(stampFile(root), sources)
}

/** Takes the note away while a build is under way: one cut off in the middle is none. */
export function unmarkBuilt(root: string): void {
  rmSync(stampFile(root), { force: true })
}

function addSource(hash: Hash, root: string, path: string): void {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addSource(hash, root, join(path, name))
    return
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}

function stampFile(root: string): string {
  return join(root, '.next/sources')
}
