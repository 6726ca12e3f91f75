import { AppError } from './errors.ts'

/** Throws `malformed` with the first fault found; a field that will do has none. */
export function requireFields(...faults: (string | null)[]): void {
  const fault = faults.find((candidate) => candidate !== null)
  if (fault != null) throw new AppError('malformed', fault)
}
