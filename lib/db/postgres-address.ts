import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMBEDDED_USER } from './postgres-folder.ts'

export const DATABASE = 'relay'

/** Leaves the server's address for this installation's other processes; for its owner alone, since the password is in it. */
export function saveAddress(dataDir: string, port: number, password: string): string {
  const url = `postgresql://${EMBEDDED_USER}:${password}@127.0.0.1:${port}/${DATABASE}`
  writeFileSync(addressFile(dataDir), `${JSON.stringify({ url })}\n`, { mode: 0o600 })
  return url
}

/** The port of the last run, so that processes which hold the address find the server again; 0 when there was none. */
export function lastPort(dataDir: string): number {
  const file = addressFile(dataDir)
  if (!existsSync(file)) return 0
  return Number(/127\.0\.0\.1:(\d+)\//.exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
}

function addressFile(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
