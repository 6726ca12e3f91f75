import { prisma } from '#lib/db/client.ts'
import { hasAccounts } from '#lib/db/users.ts'

/** Whether nobody can sign in yet. */
export async function isSetupNeeded(): Promise<boolean> {
  return !(await hasAccounts(prisma()))
}
