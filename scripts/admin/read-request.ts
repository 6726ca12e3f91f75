import { BACKUP_COMMANDS } from './backup-commands.ts'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { FEED_COMMANDS } from './feed-commands.ts'
import { MAPPING_COMMANDS } from './mapping-commands.ts'
import { MERCHANT_COMMANDS } from './merchant-commands.ts'
import { readOptions } from './options.ts'
import { PERSON_COMMANDS } from './person-commands.ts'
import { RESEND_COMMANDS } from './resend-commands.ts'
import { SECRET_COMMANDS } from './secret-commands.ts'
import { THEME_COMMANDS } from './theme-commands.ts'
import { USER_COMMANDS } from './user-commands.ts'

const COMMANDS: readonly Command[] = [
  ...MERCHANT_COMMANDS,
  ...MAPPING_COMMANDS,
  ...THEME_COMMANDS,
  ...FEED_COMMANDS,
  ...USER_COMMANDS,
  ...RESEND_COMMANDS,
  ...PERSON_COMMANDS,
  ...SECRET_COMMANDS,
  ...BACKUP_COMMANDS,
]

export type AdminRequest = { command: Command; input: CommandInput }

/** What the command line asks for; null stands for help. A `UsageError` says what is wrong with it. */
export function readRequest(args: string[]): AdminRequest | null {
  const { options, positionals } = readWords(args)
  if (options.help || positionals[0] === 'help') return null
  const command = findCommand(positionals)
  const input = { options, positionals: positionals.slice(wordCount(command)) }
  checkInput(command, input)
  return { command, input }
}

export function helpText(): string {
  const commands = COMMANDS.map((command) => `  ${usageOf(command)}\n      ${command.summary}`)
  return [
    'npm run admin -- COMMAND',
    '',
    ...commands,
    '',
    'With --json the answer is one JSON object on standard output, and a fault is',
    '{"error":{"code":…,"message":…}} there as well as a sentence on standard error.',
    'Exit codes: 0 done, 1 not done, 2 the command line is wrong.',
    'Values that begin with a dash are written --option=VALUE.',
  ].join('\n')
}

function readWords(args: string[]): CommandInput {
  try {
    return readOptions(args)
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message), USAGE)
    throw error
  }
}

/** Node adds advice on quoting that is wrong for most shells. */
function firstSentence(text: string): string {
  return `${text.split(/\.?(?:\s*\n|\.\s)/, 1)[0]}.`
}

function findCommand(positionals: string[]): Command {
  const words = positionals.slice(0, 2).join(' ')
  const command = COMMANDS.find(({ name }) => name === words || name === positionals[0])
  if (command !== undefined) return command
  const sentence = words === '' ? 'Say a command.' : `There is no command "${words}".`
  throw new UsageError(sentence, USAGE)
}

function checkInput(command: Command, { options, positionals }: CommandInput): void {
  const taken: string[] = ['json', ...command.options]
  const foreign = Object.keys(options).find((name) => !taken.includes(name))
  if (foreign !== undefined)
    throw new UsageError(`"${command.name}" takes no --${foreign}.`, usageOf(command))
  const missing = command.required?.find((name) => options[name] === undefined)
  if (missing !== undefined)
    throw new UsageError(`"${command.name}" needs --${missing}.`, usageOf(command))
  if (positionals.length !== command.positionalCount)
    throw new UsageError(
      `"${command.name}" takes ${count(command.positionalCount)}, not ${positionals.length}.`,
      usageOf(command),
    )
}

function count(values: number): string {
  return values === 1 ? '1 value' : `${values} values`
}

const USAGE = 'npm run admin -- help'

function usageOf(command: Command): string {
  return `${command.name} ${command.usage}`.trim()
}

function wordCount(command: Command): number {
  return command.name.split(' ').length
}
