import { strFromU8, unzipSync } from 'fflate'

/** The texts of an archive by their names. */
export function readZip(archive: Uint8Array): Record<string, string> {
  const entries = Object.entries(unzipSync(archive))
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]))
}
