import type { OptionName, Options } from './options.ts'

export type CommandInput = { positionals: string[]; options: Options }

/** What a command answers: with `--json` as it is, else as lines for people. */
export type Answer = Record<string, unknown>

export type Command = {
  /** Its words, such as `merchant add`. */
  name: string
  /** What follows the name. */
  usage: string
  summary: string
  positionalCount: number
  options: readonly OptionName[]
  required?: readonly OptionName[]
  /** Whether it wants the database as it is found, not brought to the program's version first. */
  isForAnyDatabase?: boolean
  run(input: CommandInput): Promise<Answer>
}

/** The command line itself is wrong: exit code 2, with the usage beside the sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly usage: string

  constructor(message: string, usage: string) {
    super(message)
    this.usage = usage
  }
}
