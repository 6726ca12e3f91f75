import type { AlertState } from '#lib/domain/advance-alert.ts'
import { type AlertCause, isAlertCause } from '#lib/domain/alert.ts'
import type { Db } from './client.ts'

/** What was last told of each cause; one that was never told of is absent. */
export async function loadAlertStates(
  db: Db,
  merchantId: string,
): Promise<Map<AlertCause, AlertState>> {
  const rows = await db.alertState.findMany({ where: { merchantId } })
  return new Map(
    rows.flatMap(({ cause, isTold, toldUpTo, lastAlertAt }) =>
      isAlertCause(cause) ? [[cause, { isTold, toldUpTo, lastAlertAt }] as const] : [],
    ),
  )
}

export async function saveAlertState(
  db: Db,
  merchantId: string,
  cause: AlertCause,
  state: AlertState,
): Promise<void> {
  await db.alertState.upsert({
    where: { merchantId_cause: { merchantId, cause } },
    create: { merchantId, cause, ...state },
    update: state,
  })
}

/** Nobody is left who was told: whoever comes is told anew, an hour after the last message at the earliest. */
export async function forgetToldCauses(db: Db, merchantId: string): Promise<void> {
  await db.alertState.updateMany({
    where: { merchantId },
    data: { isTold: false, toldUpTo: null },
  })
}
