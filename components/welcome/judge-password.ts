import { checkPassword } from '#lib/domain/account-fields.ts'

export type PasswordJudgement = { level: 0 | 1 | 2 | 3; hint: string }

const STRONG_LENGTH = 16
const FEW_CHARACTERS = 5

/** Length counts most; few different characters count as weak whatever the length. */
export function judgePassword(password: string): PasswordJudgement {
  if (password === '') return { level: 0, hint: 'At least 10 characters; four words do well.' }
  const fault = checkPassword(password)
  if (fault !== null) return { level: 1, hint: fault }
  if (new Set(password).size < FEW_CHARACTERS)
    return { level: 1, hint: 'Easy to guess: use more different characters.' }
  if (password.length < STRONG_LENGTH) return { level: 2, hint: 'Good. Longer is safer still.' }
  return { level: 3, hint: 'Strong.' }
}

/** What is wrong with a new password, or null. */
export function checkNewPassword(password: string): string | null {
  const { level, hint } = judgePassword(password)
  return level > 1 ? null : hint
}
