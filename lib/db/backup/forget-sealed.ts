import type { Client } from 'pg'
import { SEALED_COLUMNS, webhookPasswordPlace } from '#lib/db/sealed-columns.ts'
import { makeSecret, seal } from '#lib/secrets.ts'

/** What cannot be read any more: how many keys and chat addresses went, and what UltraCart has to bring from now on. */
export type LostSecrets = {
  forgottenCount: number
  webhookPasswords: { merchantId: string; webhookUser: string; webhookPassword: string }[]
}

/**
 * Takes out what was sealed with secrets that nobody has any more: it could
 * neither be used nor shown, and a person enters it anew. A store without a
 * webhook password would be open or shut for good, so each gets a new one. With
 * the caller's transaction; the tables may be of an older version.
 */
export async function forgetSealed(
  client: Client,
  lostKeyIds: readonly string[],
): Promise<LostSecrets> {
  const webhookPasswords = await replaceWebhookPasswords(client, lostKeyIds)
  let forgottenCount = 0
  for (const { table, column } of SEALED_COLUMNS) {
    const kind = await kindOf(client, table, column)
    if (kind === 'absent') continue
    const sealed = `split_part(${column}, '.', 2) = ANY($1)`
    const forget =
      table === 'alert_channel'
        ? `DELETE FROM alert_channel WHERE ${sealed}`
        : `UPDATE ${table} SET ${column} = NULL WHERE ${sealed}`
    if (kind === 'optional')
      forgottenCount += (await client.query(forget, [lostKeyIds])).rowCount ?? 0
  }
  return { forgottenCount, webhookPasswords }
}

async function replaceWebhookPasswords(
  client: Client,
  lostKeyIds: readonly string[],
): Promise<LostSecrets['webhookPasswords']> {
  const { rows } = await client.query<{ merchantId: string; webhookUser: string }>(
    `SELECT merchant_id AS "merchantId", webhook_user AS "webhookUser" FROM connection
     WHERE split_part(webhook_password_sealed, '.', 2) = ANY($1) ORDER BY merchant_id`,
    [lostKeyIds],
  )
  const made = rows.map((row) => ({ ...row, webhookPassword: makeSecret() }))
  for (const { merchantId, webhookPassword } of made)
    await client.query(
      'UPDATE connection SET webhook_password_sealed = $2 WHERE merchant_id = $1',
      [merchantId, seal(webhookPassword, webhookPasswordPlace(merchantId))],
    )
  return made
}

async function kindOf(
  client: Client,
  table: string,
  column: string,
): Promise<'absent' | 'optional' | 'required'> {
  const { rows } = await client.query<{ is_nullable: string }>(
    `SELECT is_nullable FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND column_name = $2`,
    [table, column],
  )
  const [found] = rows
  if (found === undefined) return 'absent'
  return found.is_nullable === 'YES' ? 'optional' : 'required'
}
