import { addToken } from '#lib/services/add-token.ts'
import { addUser } from '#lib/services/add-user.ts'
import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import type { Command } from './command.ts'
import { readPassword } from './read-password.ts'

export const USER_COMMANDS: Command[] = [
  {
    name: 'user add',
    usage: 'EMAIL --merchant ID --role owner|editor|viewer',
    summary:
      'Makes a user a member; the password is the first line of standard input, made up and printed once when there is none. A user who exists gets the membership or role, and the password if one is given.',
    positionalCount: 1,
    options: ['merchant', 'role'],
    required: ['merchant', 'role'],
    run: async ({ positionals: [email = ''], options: { merchant = '', role = '' } }) => {
      const password = await readPassword(process.stdin)
      return addUser({ email, merchantId: merchant, role, password })
    },
  },
  {
    name: 'token add',
    usage: 'ID [--name N]',
    summary: 'Makes a token for the HTTP interface and prints it once.',
    positionalCount: 1,
    options: ['name'],
    run: async ({ positionals: [merchantId = ''], options }) =>
      addToken(await getOperatorAccess(merchantId), { name: options.name ?? 'api' }),
  },
]
