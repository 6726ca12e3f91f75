import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { AppError } from '#lib/errors.ts'
import {
  type BackupHeader,
  decodeFrames,
  FORMAT_VERSION,
  type Frame,
  readHeader,
} from './archive.ts'

export type OpenBackup = { header: BackupHeader; frames: AsyncGenerator<Frame> }

/** Opens a backup and reads its header; `malformed` for what is none, or of a newer program. */
export async function openBackup(file: string): Promise<OpenBackup> {
  const frames = readFrames(file)
  const first = await frames.next()
  const header = first.value?.kind === 'json' ? readHeader(first.value.value) : null
  if (header === null) throw new AppError('malformed', `${file} is no backup of this product.`)
  if (header.version !== FORMAT_VERSION)
    throw new AppError('malformed', `${file} was made by a newer version of this program.`)
  return { header, frames }
}

/** A file that cannot be read, or that is damaged, is the caller's. */
async function* readFrames(file: string): AsyncGenerator<Frame> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.once('error', (error) => plain.destroy(error))
  source.pipe(plain)
  try {
    yield* decodeFrames(plain)
  } catch (cause) {
    throw new AppError('malformed', `${file} cannot be read: ${explain(cause)}.`, { cause })
  } finally {
    source.destroy()
  }
}

function explain(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT') return 'there is no such file'
  return code.startsWith('E') ? code : 'it is damaged, or was cut off'
}
