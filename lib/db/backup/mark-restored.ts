import type { Client } from 'pg'
import { OPERATOR } from '#lib/domain/access.ts'
import { newId } from '#lib/ids.ts'

/**
 * What ONTRAPORT was told between the backup and now is not known. Every live
 * connection starts paused; a sale or refund that waited when the backup was made
 * may have gone out since, so a person decides on it. With the caller's transaction.
 */
export async function markRestored(
  client: Client,
  { madeAt, now }: { madeAt: string; now: Date },
): Promise<{ pausedCount: number; undecidedCount: number }> {
  const undecided = await client.query(ASK_FOR_WAITING)
  await client.query(ASK_FOR_CUT_OFF)
  const paused = await client.query(PAUSE, [now, madeAt, pauseReason(madeAt)])
  await client.query(
    `INSERT INTO audit_entry (id, merchant_id, actor, action, details)
     VALUES ($1, NULL, $2, 'backup.restored', jsonb_build_object('madeAt', $3::text))`,
    [newId(), OPERATOR, madeAt],
  )
  return { pausedCount: paused.rowCount ?? 0, undecidedCount: undecided.rowCount ?? 0 }
}

function pauseReason(madeAt: string): string {
  const moment = `${madeAt.slice(0, 16).replace('T', ' ')} UTC`
  return `This store was restored from the backup of ${moment}. Nothing goes out until you say so. Look in ONTRAPORT which sales and refunds arrived after that moment, decide on those marked Unconfirmed in the log, then test the key under Integration: sending goes on once it passes.`
}

const REASON =
  'This waited when the backup was made and may have been sent after it: look in ONTRAPORT whether it arrived.'

const ASK_FOR_WAITING = `
  UPDATE transmission SET status = 'unconfirmed', next_attempt_at = NULL, finished_at = NULL,
    reason_code = 'restored', reason = '${REASON}'
  WHERE type IN ('sale', 'refund') AND NOT is_sandbox AND status IN ('queued', 'retrying', 'sending')`

const ASK_FOR_CUT_OFF = `
  UPDATE attempt SET outcome = 'unknown', finished_at = started_at,
    reason = 'The backup was made while this was being sent.'
  WHERE outcome IS NULL AND transmission_id IN (
    SELECT id FROM transmission WHERE status = 'unconfirmed' AND reason_code = 'restored')`

// A store in the sandbox, or one whose buyers' browsers tell, sends nothing now; it may later.
const PAUSE = `
  UPDATE connection SET restored_at = $1, restored_from = $2,
    paused_at = CASE WHEN is_sandbox OR method <> 'api' THEN paused_at ELSE $1 END,
    pause_reason = CASE WHEN is_sandbox OR method <> 'api' THEN pause_reason ELSE $3 END`
