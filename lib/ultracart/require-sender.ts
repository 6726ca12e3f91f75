import { AppError } from '#lib/errors.ts'
import { verifyBasic } from './verify-basic.ts'

type Sender = { webhookUser: string; webhookPasswords: string[] }

/** The connection, once the header proves that the caller may use it; `unauthorized` otherwise, and for an unknown merchant. */
export function requireSender<Known extends Sender>(
  connection: Known | null,
  authorization: string | null,
): Known {
  const isGenuine = verifyBasic(authorization, {
    user: connection?.webhookUser ?? '',
    passwords: connection?.webhookPasswords ?? [],
  })
  if (connection === null || !isGenuine)
    throw new AppError(
      'unauthorized',
      'The user name or the password of this webhook is wrong. Both are on the Integration page.',
    )
  return connection
}
