import { checkPassword } from '#lib/domain/account-fields.ts'
import { WELCOME_TEXTS } from '../texts/welcome.ts'

const TEXTS = WELCOME_TEXTS.judgePassword

export type PasswordJudgement = { level: 0 | 1 | 2 | 3; hint: string }

const STRONG_LENGTH = 16
const FEW_CHARACTERS = 5

/** Length counts most; few different characters count as weak whatever the length. */
export function judgePassword(password: string): PasswordJudgement {
  if (password === '') return { level: 0, hint: TEXTS.atLeast10Characters }
  const fault = checkPassword(password)
  if (fault !== null) return { level: 1, hint: fault }
  if (new Set(password).size < FEW_CHARACTERS) return { level: 1, hint: TEXTS.easyToGuessUse }
  if (password.length < STRONG_LENGTH) return { level: 2, hint: TEXTS.goodLongerIsSafer }
  return { level: 3, hint: TEXTS.strong }
}

/** What is wrong with a new password, or null. */
export function checkNewPassword(password: string): string | null {
  const { level, hint } = judgePassword(password)
  return level > 1 ? null : hint
}
