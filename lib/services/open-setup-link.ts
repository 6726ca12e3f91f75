import { inTransaction } from '#lib/db/client.ts'
import { replaceSetupLink } from '#lib/db/setup-links.ts'
import { hasAccounts } from '#lib/db/users.ts'
import { appUrl } from '#lib/env.ts'
import { makeSecret } from '#lib/secrets.ts'

/**
 * Makes a fresh one-time link to the first-run set-up, for the operator's eyes;
 * the links before it stop working. Null once there is a user.
 */
export function openSetupLink(): Promise<string | null> {
  return inTransaction(async (db) => {
    if (await hasAccounts(db)) return null
    const token = makeSecret()
    await replaceSetupLink(db, token)
    return `${appUrl()}/set-up?token=${token}`
  })
}
