import type { SandboxAnswer } from '#lib/domain/sandbox.ts'

/** What each answer of the sandbox is, and what it lets one see. */
export const ANSWER_WORDS: Record<SandboxAnswer, { label: string; meaning: string }> = {
  accept: { label: 'Accept (200)', meaning: 'Every message is taken, as on a good day.' },
  'refuse-in-200': {
    label: 'Refuse in a 200',
    meaning:
      'The code says yes and the text says failure: messages fail, unless your words for failure let it pass. By ONTRAPORT’s API the answer is 422.',
  },
  '403': {
    label: 'Turn the key away (403)',
    meaning:
      'As with a stale key: sending pauses, and everything waits until you choose another answer.',
  },
  '500': {
    label: 'Fault (500)',
    meaning:
      'Messages are tried again by schedule; sales and refunds follow the rule for lost answers.',
  },
  slow: {
    label: 'No answer in time',
    meaning:
      'The answer comes later than Relay waits (20 seconds), so nobody knows whether it arrived.',
  },
}
