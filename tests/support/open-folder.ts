import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** A new temporary folder that PostgreSQL's user can enter; it goes when the test file has ended. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relay-test-'))
  chmodSync(folder, 0o711)
  made.push(folder)
  return folder
}

/** Removes all that this process made. */
export function removeOpenFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
