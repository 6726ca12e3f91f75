import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../scripts/admin/command.ts'
import { readRequest } from '../../../scripts/admin/read-request.ts'

test('a command gets its values and its options, wherever they stand', () => {
  const request = readRequest(['--json', 'merchant', 'add', '--name', 'Demo Store', 'DEMO'])
  expect(request?.command.name).toBe('merchant add')
  expect(request?.input.positionals).toEqual(['DEMO'])
  expect(request?.input.options).toMatchObject({ json: true, name: 'Demo Store' })
})

test('an option can be repeated where it makes a list', () => {
  const args = ['merchant', 'set', 'DEMO', '--rule', 'on-unknown=ask', '--rule=start-date=none']
  expect(readRequest(args)?.input.options.rule).toEqual(['on-unknown=ask', 'start-date=none'])
})

test('a command of one word needs no second', () => {
  const request = readRequest(['resend', '--merchant', 'DEMO', '--status', 'failed,retrying'])
  expect(request?.command.name).toBe('resend')
  expect(request?.input.positionals).toEqual([])
})

test('help is asked for by word or by option', () => {
  expect(readRequest(['help'])).toBeNull()
  expect(readRequest(['merchant', 'add', '--help'])).toBeNull()
})

describe('a wrong command line is said in one sentence, beside the usage', () => {
  test.each([
    ['no command', [], 'Say a command.'],
    ['an unknown command', ['merchant', 'remove'], 'There is no command "merchant remove".'],
    ['an unknown option', ['merchant', 'list', '--verbose'], "Unknown option '--verbose'."],
    [
      'an option of another command',
      ['merchant', 'list', '--role', 'owner'],
      '"merchant list" takes no --role.',
    ],
    [
      'an option without its value',
      ['merchant', 'add', 'DEMO', '--name'],
      "Option '--name <value>' argument missing.",
    ],
    ['a missing value', ['merchant', 'add'], '"merchant add" takes 1 value, not 0.'],
    [
      'a missing option',
      ['user', 'add', 'ann@example.com', '--role', 'owner'],
      '"user add" needs --merchant.',
    ],
  ])('%s', (_, args, message) => {
    const fault = faultOf(args)
    expect(fault.message).toBe(message)
    expect(fault.usage).not.toBe('')
  })
})

function faultOf(args: string[]): UsageError {
  try {
    readRequest(args)
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
  throw new Error(`"${args.join(' ')}" was accepted.`)
}
