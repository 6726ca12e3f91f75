import { expect, test } from 'vitest'
import { judgeKey } from '#lib/ontraport/test-key.ts'

test.each([
  [200, 'accepted'],
  [204, 'accepted'],
  [302, 'unproven'],
  [400, 'unproven'],
  [401, 'turned-away'],
  [403, 'turned-away'],
  [404, 'unproven'],
  [429, 'unproven'],
  [500, 'unproven'],
])('an answer of %i makes the key %s, and the message names the code', (status, verdict) => {
  const test = judgeKey({ kind: 'answered', status, headers: {}, body: '', isTruncated: false })
  expect(test).toMatchObject({ verdict, responseCode: status })
  expect(test.message).toContain(String(status))
})

test.each(['not-connected', 'answer-lost'] as const)(
  'a network fault (%s) proves nothing, and the message says what happened',
  (kind) => {
    const test = judgeKey({ kind, reason: 'localhost refused the connection.' })
    expect(test).toMatchObject({ verdict: 'unproven', responseCode: null })
    expect(test.message).toContain('ONTRAPORT')
    expect(test.message).toContain('localhost refused the connection.')
  },
)

test('a key that was turned away comes with the way to a fresh one', () => {
  const answer = {
    kind: 'answered',
    status: 403,
    headers: {},
    body: '',
    isTruncated: false,
  } as const
  expect(judgeKey(answer).message).toContain('Administration → Integrations → UltraCart')
})

test('what a taken key was answered is quoted in one short line', () => {
  const body = `<result>\n  Failure: no such account</result>${'x'.repeat(500)}`
  const { message } = judgeKey({
    kind: 'answered',
    status: 200,
    headers: {},
    body,
    isTruncated: false,
  })
  expect(message).toContain('It said: <result> Failure: no such account')
  expect(message.length).toBeLessThan(250)
})
