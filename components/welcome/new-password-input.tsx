'use client'

import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { WELCOME_TEXTS } from '../texts/welcome.ts'
import { PasswordStrength } from './password-strength.tsx'

const TEXTS = WELCOME_TEXTS.newPasswordInput

type NewPasswordInputProps = Omit<PasswordInputProps, 'value'> & { value: string }

export function NewPasswordInput({ value, ...props }: NewPasswordInputProps) {
  return (
    <PasswordInput
      label={TEXTS.password}
      autoComplete="new-password"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={<PasswordStrength password={value} />}
      descriptionProps={{ component: 'div', mt: 8 }}
      visibilityToggleButtonProps={{ 'aria-label': TEXTS.showOrHideThe }}
      {...props}
      value={value}
    />
  )
}
