import { requireChoice } from '#lib/field-check.ts'
import { erasePerson } from '#lib/services/erase-person.ts'
import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import type { Command } from './command.ts'

export const PERSON_COMMANDS: Command[] = [
  {
    name: 'person erase',
    usage: 'EMAIL --merchant ID [--dry-run] [--waiting refuse|skip]',
    summary:
      'Erases a person from everything that is kept of a merchant; amounts, times and order ids stay. Refused while something of theirs waits to be sent, unless --waiting skip, which never sends it. --dry-run only counts.',
    positionalCount: 1,
    options: ['merchant', 'dry-run', 'waiting'],
    required: ['merchant'],
    run: async ({ positionals: [email = ''], options }) => {
      const { merchant: merchantId = '', waiting = 'refuse' } = options
      const access = await getOperatorAccess(merchantId)
      const erased = await erasePerson(access, {
        email,
        isDryRun: options['dry-run'] === true,
        waiting: requireChoice(waiting, { what: 'waiting', choices: ['refuse', 'skip'] }),
      })
      return { merchantId, ...erased }
    },
  },
]
