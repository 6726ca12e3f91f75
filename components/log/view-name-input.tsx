import { TextInput } from '@mantine/core'
import { LONGEST_VIEW_NAME } from '#lib/domain/log-view.ts'

type ViewNameInputProps = { name: string; onChange: (name: string) => void }

export function ViewNameInput({ name, onChange }: ViewNameInputProps) {
  return (
    <TextInput
      label="Name"
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={LONGEST_VIEW_NAME}
      required
      data-autofocus
    />
  )
}
