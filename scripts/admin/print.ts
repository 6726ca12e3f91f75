import { AppError, StartError } from '#lib/errors.ts'
import { type Answer, UsageError } from './command.ts'

/** One JSON object on one line, or a line a value for people. */
export function printAnswer(answer: Answer, isJson: boolean): void {
  console.log(isJson ? JSON.stringify(answer) : describe(answer))
}

export function printHelp(help: string, isJson: boolean): void {
  console.log(isJson ? JSON.stringify({ help }) : help)
}

/** Says the fault in one sentence on standard error, as JSON on standard output too, and gives the exit code. */
export function printFault(error: unknown, isJson: boolean): number {
  const { code, message } = toFault(error)
  if (isJson) console.log(JSON.stringify({ error: { code, message } }))
  console.error(message)
  if (!(error instanceof UsageError)) return 1
  console.error(`Usage: ${error.usage}`)
  return 2
}

function toFault(error: unknown): { code: string; message: string } {
  if (error instanceof UsageError) return { code: 'usage', message: error.message }
  if (error instanceof AppError) return { code: error.code, message: error.publicMessage }
  if (error instanceof StartError) return { code: 'unavailable', message: error.message }
  console.error(error)
  return {
    code: 'internal',
    message: 'Something went wrong on our side; the lines above say what.',
  }
}

function describe(answer: Answer): string {
  return Object.entries(answer)
    .flatMap(([name, value]) => describeValue(name, value))
    .join('\n')
}

function describeValue(name: string, value: unknown): string[] {
  if (value === null) return []
  if (Array.isArray(value) && value.every(isAnswer))
    return value.length === 0 ? [`No ${toWords(name)}.`] : [value.map(describe).join('\n\n')]
  return [`${toWords(name)}: ${toText(value)}`]
}

function toText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ')
  return isAnswer(value) ? JSON.stringify(value) : String(value)
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null
}

function toWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
