import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new temporary folder that PostgreSQL's user can enter. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relay-test-'))
  chmodSync(folder, 0o711)
  return folder
}
