import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const NOTICE_AFTER_MS = 3_000

/** The first line of a pipe or file, which is then closed; null when there is none, or the input is a terminal. */
export async function readPassword(input: Readable & { isTTY?: boolean }): Promise<string | null> {
  if (input.isTTY) return null
  const notice = setTimeout(() => {
    console.error('Waiting for the password on standard input; end it to have one made up.')
  }, NOTICE_AFTER_MS)
  try {
    return await readFirstLine(input)
  } finally {
    clearTimeout(notice)
    // A pipe that its writer holds open would keep the process waiting.
    input.destroy()
  }
}

async function readFirstLine(input: Readable): Promise<string | null> {
  for await (const line of createInterface({ input })) return line === '' ? null : line
  return null
}
