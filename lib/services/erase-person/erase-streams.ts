import { inTransaction } from '#lib/db/client.ts'
import { countPersonRows, erasePersonRows } from '#lib/db/person-traces.ts'
import { openExistingStreams, saveStreams } from '#lib/db/streams.ts'
import { ERASED, forgetPerson } from '#lib/domain/forget-person.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'

const BATCH_SIZE = 100

/** Erases a person from streams and their transmissions, a transaction a batch; gives how many transmissions. */
export async function eraseStreams(keys: readonly StreamKey[], now: Date): Promise<number> {
  let count = 0
  for (let start = 0; start < keys.length; start += BATCH_SIZE)
    count += await eraseBatch(keys.slice(start, start + BATCH_SIZE), now)
  return count
}

function eraseBatch(keys: readonly StreamKey[], now: Date): Promise<number> {
  return inTransaction(async (db) => {
    const streams = await openExistingStreams(db, keys)
    // Its answer would be written after it was erased.
    if ((await countPersonRows(db, keys)).isSending)
      throw new AppError(
        'conflict',
        'Something of this person is being sent right now: try again in a minute. What is not erased yet will be then.',
      )
    const known = [...streams.values()].flatMap(({ key, known }) =>
      known === null ? [] : [{ key, known: forgetPerson(known) }],
    )
    await saveStreams(db, known)
    return erasePersonRows(db, keys, { reason: ERASED.text, now })
  })
}
