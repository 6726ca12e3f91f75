/** What the receiver inside the product answers to every message. */
export const SANDBOX_ANSWERS = ['accept', 'refuse-in-200', '403', '500', 'slow'] as const
export type SandboxAnswer = (typeof SANDBOX_ANSWERS)[number]

export function readSandboxAnswer(text: string): SandboxAnswer | null {
  return SANDBOX_ANSWERS.find((answer) => answer === text) ?? null
}

/** One message as the sandbox received it, with what it answered. */
export type SandboxMessage = {
  transmissionId: string
  attemptNumber: number
  receivedAt: string
  description: string
  request: string
  /** `null` when no answer was given in time. */
  responseCode: number | null
  responseBody: string | null
}

/** What the sandbox's part of the screens shows. */
export type SandboxView = {
  isSandbox: boolean
  answer: SandboxAnswer
  /** Newest first. */
  messages: SandboxMessage[]
  /** What has not gone out on either side; counting stops at a limit. */
  waiting: { live: number; sandbox: number }
  /** Nothing of this store was ever handled outside the sandbox. */
  isNewToLive: boolean
}

/** What a switch into the sandbox or out of it led to. */
export type SandboxSwitch = {
  isSandbox: boolean
  /** How many messages of the sandbox were still open and are skipped now. */
  closedCount: number
  /** Orders created before it tell nothing. */
  startDate: string | null
}
