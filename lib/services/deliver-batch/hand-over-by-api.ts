import { beginCall, endCall } from '#lib/db/api-calls.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import {
  claimMaking,
  findRecords,
  keepRecords,
  type OntraportRecord,
  type RecordOwner,
} from '#lib/db/ontraport-records.ts'
import { awaitCallTurn, holdCalls } from '#lib/db/ontraport-turn.ts'
import { noteBooking } from '#lib/db/order-figures.ts'
import { SANDBOX_ACCOUNT } from '#lib/db/sandbox-account.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { type ApiAccess, accountName } from '#lib/ontraport/rest/account.ts'
import {
  type ApiDelivered,
  type CallJournal,
  deliverByApi,
} from '#lib/ontraport/rest/deliver-by-api.ts'
import { type Plan, readPlan } from '#lib/ontraport/rest/plan.ts'
import { NO_PROGRESS, type Progress } from '#lib/ontraport/rest/progress.ts'
import { openSandboxApi } from '#lib/ontraport/rest/sandbox/sandbox-server.ts'
import type { Handing } from './handing.ts'
import { sandboxStore } from './sandbox-store.ts'
import type { ApiTarget, SandboxApiTarget, SendLimits } from './target.ts'

/** An account, opened, with what its records are kept under. */
type Opened = { access: ApiAccess; account: string; isPaced: boolean }

/** Makes the calls of a message from where an earlier try left off; each is written down before it leaves. */
export async function handOverByApi(
  handing: Handing,
  target: ApiTarget | SandboxApiTarget,
  limits: SendLimits,
): Promise<ApiDelivered> {
  if (target.kind === 'api') {
    const { access } = target
    return makeCalls(handing, { access, account: accountName(access), isPaced: true }, limits)
  }
  const store = sandboxStore(handing.transmission.merchantId)
  const { access, close } = await openSandboxApi({ store, answer: target.answer })
  const opened = { access, account: SANDBOX_ACCOUNT, isPaced: false }
  return makeCalls(handing, opened, limits).finally(close)
}

async function makeCalls(
  handing: Handing,
  { access, account, isPaced }: Opened,
  limits: SendLimits,
): Promise<ApiDelivered> {
  const { transmission, request } = handing
  const owner = { merchantId: transmission.merchantId, account }
  const contactReference = `${transmission.streamKind}/${transmission.reference}`
  const plan = readPlan(request)
  return deliverByApi({
    plan,
    progress: await loadProgress(handing, { plan, owner, contactReference }),
    contactReference,
    access,
    journal: openJournal(handing, { owner, plan, isPaced }),
    totalTimeoutMs: limits.totalTimeoutMs,
  })
}

type Place = { plan: Plan; owner: RecordOwner; contactReference: string }

async function loadProgress(
  { attempt }: Handing,
  { plan, owner, contactReference }: Place,
): Promise<Progress> {
  if (plan.kind === 'contact') return NO_PROGRESS
  const names = plan.kind === 'sale' ? plan.lines.map((line) => line.name) : []
  const records = await findRecords(prisma(), owner, [
    { kind: 'contact', reference: contactReference },
    { kind: 'invoice', reference: plan.orderId },
    { kind: 'refund', reference: plan.orderId },
    ...[...new Set(names)].map((name) => ({ kind: 'product' as const, reference: name })),
  ])
  const invoiceId = idOf(records, 'invoice')
  const isAuto = attempt.trigger === 'auto'
  // What is known to be logged is not asked for again, unless a person wants it sent once more.
  const isSettled = plan.kind === 'sale' && invoiceId !== null && isAuto
  return {
    ...NO_PROGRESS,
    contactId: idOf(records, 'contact'),
    invoiceId,
    // Refunds that waited for their sale may each find the order refunded whole.
    isRefunded: isAuto && idOf(records, 'refund') !== null,
    productIds: new Map(
      records.flatMap((one) => (one.kind === 'product' ? [[one.reference, one.id] as const] : [])),
    ),
    mustLookUp: attempt.number > 1 && !isSettled,
  }
}

function idOf(records: readonly OntraportRecord[], kind: OntraportRecord['kind']): string | null {
  return records.find((one) => one.kind === kind)?.id ?? null
}

function openJournal(
  { transmission, attempt }: Handing,
  { owner, plan, isPaced }: { owner: RecordOwner; plan: Plan; isPaced: boolean },
): CallJournal {
  const now = () => new Date().toISOString()
  return {
    takeTurn: async () => (isPaced ? awaitCallTurn(prisma(), owner.account) : { kind: 'taken' }),
    begin: ({ method, path, body }) =>
      beginCall(prisma(), attempt, {
        method,
        path,
        request: body === null ? null : JSON.stringify(body, null, 2),
        startedAt: now(),
      }),
    end: (answer, learned) =>
      inTransaction(async (db) => {
        await endCall(db, attempt, { finishedAt: now(), ...toEnd(answer) })
        await keepRecords(db, owner, learned)
        const isBooked = plan.kind === 'sale' && learned.some((one) => one.kind === 'invoice')
        if (isBooked && isPaced) await noteBooking(db, owner.merchantId, plan)
      }),
    mayMake: (name) =>
      inTransaction((db) => claimMaking(db, owner, { name, transmissionId: transmission.id })),
    hold: (forMs) => holdCalls(prisma(), owner.account, forMs),
  }
}

function toEnd(answer: Answer) {
  if (answer.kind !== 'answered')
    return { reason: answer.reason, responseCode: null, responseHeaders: null, responseBody: null }
  const { status, headers, body } = answer
  return { reason: null, responseCode: status, responseHeaders: headers, responseBody: body }
}
