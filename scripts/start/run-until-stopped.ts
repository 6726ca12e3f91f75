import { StartError } from '#lib/errors.ts'

export type Stopping = {
  /** Aborts at the first SIGINT or SIGTERM: finish what is under way. */
  stop: AbortSignal
  /** Aborts at the second: finish at once. */
  hurry: AbortSignal
}

/**
 * Runs a program until it ends by itself or is told to, then ends the process
 * with the exit code it gives. What keeps it from starting is one sentence on
 * standard error and exit code 1.
 */
export async function runUntilStopped(
  program: (stopping: Stopping) => Promise<number>,
): Promise<void> {
  outliveReaders()
  const stopping = listenForSignals()
  try {
    process.exit(await program(stopping))
  } catch (error) {
    if (stopping.stop.aborted) process.exit(0)
    process.stderr.write(`${explain(error)}\n`, () => process.exit(1))
  }
}

/** Whoever read our lines may go away; that must neither end a relay nor keep it from ending. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

function listenForSignals(): Stopping {
  const stop = new AbortController()
  const hurry = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) hurry.abort()
    stop.abort()
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return { stop: stop.signal, hurry: hurry.signal }
}

function explain(error: unknown): string {
  if (error instanceof StartError) return error.message
  if (!(error instanceof Error)) return String(error)
  // A refusal of the system (no permission, disk full) says itself what and where.
  return 'syscall' in error ? `Cannot start: ${error.message}.` : (error.stack ?? error.message)
}
