import type { RecentAttempt } from '#lib/db/rule-history.ts'
import { describeTrial, type RulePreview, type Rules } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'

/** Whether a rule decides over what ONTRAPORT answers, and not over what it is told. */
export function isRuleOfAnswers(name: string): boolean {
  return name === 'on-unknown' || name === 'failure-words' || name === 'success-words'
}

/** What such a rule would have made of these attempts. */
export function previewAnswers(
  attempts: readonly RecentAttempt[],
  name: string,
  rules: Rules,
): RulePreview {
  const trial =
    name === 'on-unknown'
      ? { noun: { one: 'message', many: 'messages' }, things: attempts, verdict: judgeLost }
      : {
          noun: { one: 'answer', many: 'answers' },
          things: attempts.filter(isAnswered),
          verdict: judgeWords,
        }
  return { sentences: [describeTrial(trial, rules)], example: null }
}

function judgeLost({ type, isAnswerLost }: RecentAttempt, { onUnknown }: RelayRules): string {
  if (!isAnswerLost || (type !== 'sale' && type !== 'refund')) return ''
  return onUnknown === 'retry' ? 'sent again' : 'left for you to decide'
}

function isAnswered({ responseCode }: RecentAttempt): boolean {
  return responseCode !== null
}

function judgeWords(attempt: RecentAttempt, rules: RelayRules): string {
  const { responseCode, responseBody: body, isTruncated } = attempt
  const status = responseCode ?? 0
  const outcome = judgeAnswer({ kind: 'answered', status, headers: {}, body, isTruncated }, rules)
  return `taken as ${outcome.kind}`
}
