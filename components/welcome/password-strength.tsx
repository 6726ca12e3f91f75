import { Text } from '@mantine/core'
import { judgePassword } from './judge-password.ts'
import classes from './password-strength.module.css'

/** How well a new password resists guessing, as bars and in words. */
export function PasswordStrength({ password }: { password: string }) {
  const { level, hint } = judgePassword(password)
  return (
    <span className={classes.strength}>
      <span className={classes.bars} aria-hidden>
        {BARS.map((bar) => (
          <span key={bar} className={classes.bar} data-level={bar <= level ? level : 0} />
        ))}
      </span>
      <Text span size="xs" c="dimmed" aria-live="polite">
        {hint}
      </Text>
    </span>
  )
}

const BARS = [1, 2, 3] as const
