import { describe, expect, test } from 'vitest'
import type { AnsweredCall } from '#lib/ontraport/answer.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'

const WORDS = {
  failureWords: ['failure', 'failed', 'error', 'invalid', 'denied'],
  successWords: [],
}

function answered(overrides: Partial<AnsweredCall>): AnsweredCall {
  return { kind: 'answered', status: 200, headers: {}, body: '', isTruncated: false, ...overrides }
}

describe('a 2xx answer', () => {
  test.each([
    ['no body', ''],
    ['a success text', 'Success'],
    ['a success document', '<result><status>Success</status></result>'],
    ['a failure word inside another word', 'No terror, nothing unfailed, errors_total'],
    ['a failure word inside an accented word', 'éerror'],
  ])('with %s is accepted', (_what, body) => {
    expect(judgeAnswer(answered({ body }), WORDS)).toEqual({ kind: 'accepted' })
  })

  test.each([
    ['as text', 'Failure: no such account'],
    ['in capitals', 'ERROR'],
    ['in markup', '<result><error>unknown product</error></result>'],
    ['in JSON', '{"status":"denied"}'],
    ['after much else', `${'ok '.repeat(1_000)}failed`],
  ])('that says failure %s is refused, and is no fault of the key', (_what, body) => {
    expect(judgeAnswer(answered({ body }), WORDS)).toMatchObject({
      kind: 'refused',
      isCredentialFault: false,
    })
  })

  test('names the word that made it a refusal', () => {
    expect(judgeAnswer(answered({ body: 'Invalid key' }), WORDS)).toMatchObject({
      reason: 'ONTRAPORT answered HTTP 200, but its answer says "invalid".',
    })
  })

  test('takes the merchant’s words as they are, not as patterns', () => {
    expect(
      judgeAnswer(answered({ body: 'ok' }), { ...WORDS, failureWords: ['.*', ' ', ''] }),
    ).toEqual({ kind: 'accepted' })
    expect(
      judgeAnswer(answered({ body: 'state: n/a (1)' }), { ...WORDS, failureWords: ['n/a (1)'] })
        .kind,
    ).toBe('refused')
  })

  test.each([
    ['has one of the words for success', '<result>SUCCESS</result>', 'accepted'],
    ['has none of them', '<result>queued</result>', 'refused'],
    ['has one only inside another word', 'successful', 'refused'],
    ['is empty', '', 'refused'],
    ['has both a success and a failure word', 'success, but with an error', 'refused'],
  ])('that %s, when there are words for success, is as expected', (_what, body, kind) => {
    const words = { ...WORDS, successWords: ['success', 'ok'] }
    expect(judgeAnswer(answered({ body }), words).kind).toBe(kind)
  })

  test('says which words for success were looked for', () => {
    const words = { ...WORDS, successWords: ['success', 'ok'] }
    expect(judgeAnswer(answered({ body: 'queued' }), words)).toMatchObject({
      reason:
        'ONTRAPORT answered HTTP 200, but its answer has no word that means success (success, ok).',
    })
  })

  test('whose body was cut off is accepted unless the part that came says failure', () => {
    const cut = answered({ body: 'Succ', isTruncated: true })
    expect(judgeAnswer(cut, WORDS).kind).toBe('accepted')
    expect(judgeAnswer({ ...cut, body: 'Error in li' }, WORDS).kind).toBe('refused')
  })
})

describe('other answers', () => {
  test.each([401, 403])('%i turns the key away', (status) => {
    expect(judgeAnswer(answered({ status }), WORDS)).toMatchObject({
      kind: 'refused',
      isCredentialFault: true,
      reason: expect.stringContaining(`HTTP ${status}`),
    })
  })

  test.each([400, 402, 404, 405, 409, 410, 413, 422, 451])('%i refuses the message', (status) => {
    expect(judgeAnswer(answered({ status }), WORDS)).toMatchObject({
      kind: 'refused',
      isCredentialFault: false,
      reason: expect.stringContaining(`HTTP ${status}`),
    })
  })

  test.each([301, 302, 303, 307, 308])('%i is refused and names where it pointed', (status) => {
    const headers = { location: 'https://login.example.com/' }
    expect(judgeAnswer(answered({ status, headers }), WORDS)).toEqual({
      kind: 'refused',
      isCredentialFault: false,
      reason: `ONTRAPORT pointed to https://login.example.com/ (HTTP ${status}); redirects are not followed.`,
    })
  })

  test('304 without a target is refused, too', () => {
    expect(judgeAnswer(answered({ status: 304 }), WORDS)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('elsewhere'),
    })
  })

  test.each([408, 500, 502, 503, 504, 599])('%i leaves open whether it was taken', (status) => {
    expect(judgeAnswer(answered({ status }), WORDS)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining(`HTTP ${status}`),
    })
  })
})

describe('429', () => {
  const date = 'Tue, 12 May 2026 18:00:00 GMT'

  test.each([
    ['no header', {}, null],
    ['Retry-After in seconds', { 'retry-after': '120' }, 120_000],
    ['Retry-After as a date', { date, 'retry-after': 'Tue, 12 May 2026 18:05:00 GMT' }, 300_000],
    ['a date without the server’s own', { 'retry-after': date }, null],
    ['X-Rate-Limit-Reset', { 'x-rate-limit-reset': '42' }, 42_000],
    ['both, Retry-After first', { 'retry-after': '7', 'x-rate-limit-reset': '42' }, 7_000],
    ['nonsense and a reset', { 'retry-after': 'soon', 'x-rate-limit-reset': '42' }, 42_000],
    ['nothing to wait for', { 'retry-after': '0' }, 1_000],
    ['a date that is over', { date, 'retry-after': 'Tue, 12 May 2026 17:00:00 GMT' }, 1_000],
    ['a year', { 'retry-after': '31536000' }, 86_400_000],
  ])('with %s waits as told, between a second and a day', (_what, headers, retryAfterMs) => {
    expect(judgeAnswer(answered({ status: 429, headers }), WORDS)).toMatchObject({
      kind: 'unreachable',
      retryAfterMs,
    })
  })
})

test('a connection that was never made is unreachable', () => {
  const answer = { kind: 'not-connected', reason: 'refused' } as const
  expect(judgeAnswer(answer, WORDS)).toEqual({
    kind: 'unreachable',
    reason: 'refused',
    retryAfterMs: null,
  })
})

test('a lost answer is unknown', () => {
  const answer = { kind: 'answer-lost', reason: 'cut' } as const
  expect(judgeAnswer(answer, WORDS)).toEqual({ kind: 'unknown', reason: 'cut' })
})
