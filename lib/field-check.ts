import { AppError } from './errors.ts'

/** Throws `malformed` with the first fault found; a field that will do has none. */
export function requireFields(...faults: (string | null)[]): void {
  const fault = faults.find((candidate) => candidate !== null)
  if (fault != null) throw new AppError('malformed', fault)
}

/** The choice that the text names; throws `malformed` when it names none. */
export function requireChoice<Choice extends string>(
  text: string,
  { what, choices }: { what: string; choices: readonly Choice[] },
): Choice {
  const chosen = choices.find((choice) => choice === text)
  if (chosen !== undefined) return chosen
  throw new AppError('malformed', `The ${what} is ${choices.join(' or ')}, not "${text}".`)
}
