import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { StartError } from './errors.ts'

/** Makes the folder for what this installation keeps, when it is missing; `StartError` when it cannot be made. */
export function makeDataDir(path: string): void {
  if (existsSync(path)) return
  try {
    mkdirSync(path, { recursive: true })
    // Whatever the umask: PostgreSQL's user has to pass, though not to look around.
    chmodSync(path, 0o711)
  } catch (cause) {
    throw new StartError(`The folder ${path} cannot be made: set DATA_DIR to one that can.`, {
      cause,
    })
  }
}
