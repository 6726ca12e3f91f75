import { createInterface } from 'node:readline'
import type { ReadStream } from 'node:tty'

const NOTICE_AFTER_MS = 3_000

/** The first line of a pipe or file; null when there is none, or the input is a terminal. */
export async function readPassword(
  input: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY'>>,
): Promise<string | null> {
  if (input.isTTY) return null
  const notice = setTimeout(() => {
    console.error('Waiting for the password on standard input; end it to have one made up.')
  }, NOTICE_AFTER_MS)
  try {
    return await readFirstLine(input)
  } finally {
    clearTimeout(notice)
  }
}

async function readFirstLine(input: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input })) return line === '' ? null : line
  return null
}
