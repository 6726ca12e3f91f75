import type { AttemptView, TransmissionDetail } from '#lib/domain/transmission.ts'

/** A sale that ONTRAPORT accepted, with what is given in place of the defaults. */
export function aDetail(given: Partial<TransmissionDetail> = {}): TransmissionDetail {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    type: 'sale',
    status: 'sent',
    reason: null,
    reasonCode: null,
    description: 'Sale of DEMO-1',
    reference: 'DEMO-1',
    email: 'ann@example.com',
    amountCents: 7225,
    currency: 'USD',
    responseCode: 200,
    attemptCount: 1,
    createdAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    nextAttemptAt: null,
    isSandbox: false,
    request: '<export/>',
    requestLength: 9,
    isRequestPreview: false,
    heldReason: null,
    releasedAt: null,
    response: null,
    attempts: [],
    lines: [],
    snapshot: {},
    deliveryId: null,
    neighbours: [],
    removed: null,
    ...given,
  }
}

export function anAttempt(given: Partial<AttemptView> = {}): AttemptView {
  return {
    number: 1,
    trigger: 'auto',
    startedAt: '2026-11-20T10:00:00.500Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    durationMs: 500,
    outcome: 'accepted',
    reason: null,
    url: 'https://app.ontraport.com/receivers/ultracart.php?account_id=••••4f2a',
    responseCode: 200,
    responseHeaders: {},
    responseBody: 'ok',
    isTruncated: false,
    request: '<export/>',
    calls: [],
    ...given,
  }
}
