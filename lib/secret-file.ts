import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeDataDir } from './data-dir.ts'

/** The text of a file that only its owner may read; made up by `make` and written when the file is missing. */
export function readOrMakeSecretFile(path: string, make: () => string): string {
  if (!existsSync(path)) {
    makeDataDir(dirname(path))
    try {
      writeFileSync(path, `${make()}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process made it in between; its secret is the one that counts.
      if (!existsSync(path)) throw error
    }
    chmodSync(path, 0o600)
  }
  return readFileSync(path, 'utf8').trim()
}

/** Replaces the text as a whole: a reader, or a kill in between, finds the old text or the new one. */
export function replaceSecretFile(path: string, text: string): void {
  const half = `${path}.new`
  writeFileSync(half, `${text}\n`, { mode: 0o600, flush: true })
  renameSync(half, path)
}
