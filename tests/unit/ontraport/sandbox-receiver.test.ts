import { describe, expect, test } from 'vitest'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'
import { callSandbox } from '#lib/ontraport/sandbox-receiver.ts'

async function outcomeOf(answer: SandboxAnswer, changed: Partial<RelayRules> = {}) {
  const rules = { ...DEFAULT_RELAY_RULES, ...changed }
  return judgeAnswer(await callSandbox({ answer, rules, totalTimeoutMs: 5 }), rules)
}

describe('the sandbox, judged as ONTRAPORT is', () => {
  test.each<[SandboxAnswer, string]>([
    ['accept', 'accepted'],
    ['refuse-in-200', 'refused'],
    ['403', 'refused'],
    ['500', 'unknown'],
    ['slow', 'unknown'],
  ])('%s is %s', async (answer, kind) => {
    expect((await outcomeOf(answer)).kind).toBe(kind)
  })

  test('turns the key away with a 403', async () => {
    expect(await outcomeOf('403')).toMatchObject({ isCredentialFault: true })
  })

  test('says of a slow answer what is said of a slow ONTRAPORT', async () => {
    expect(await outcomeOf('slow')).toMatchObject({
      reason: 'The message was sent, but no answer came within 0.005 seconds.',
    })
  })

  test('accepts and refuses in the merchant’s own words', async () => {
    expect((await outcomeOf('accept', { successWords: ['booked'] })).kind).toBe('accepted')
    expect((await outcomeOf('refuse-in-200', { failureWords: ['nope'] })).kind).toBe('refused')
  })

  test('without words for failure its refusal in a 200 passes, as a real one would', async () => {
    expect((await outcomeOf('refuse-in-200', { failureWords: [] })).kind).toBe('accepted')
  })
})
