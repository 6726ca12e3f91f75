'use client'

import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { PasswordStrength } from './password-strength.tsx'

type NewPasswordInputProps = Omit<PasswordInputProps, 'value'> & { value: string }

export function NewPasswordInput({ value, ...props }: NewPasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      autoComplete="new-password"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={<PasswordStrength password={value} />}
      descriptionProps={{ component: 'div', mt: 8 }}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
      {...props}
      value={value}
    />
  )
}
