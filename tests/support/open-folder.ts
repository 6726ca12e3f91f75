import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new temporary folder that PostgreSQL's user can enter; it goes when this process ends. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relay-test-'))
  chmodSync(folder, 0o711)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
