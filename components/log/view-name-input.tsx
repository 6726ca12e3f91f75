import { TextInput } from '@mantine/core'
import { LONGEST_VIEW_NAME } from '#lib/domain/log-view.ts'
import { LOG_TEXTS } from '../texts/log.ts'

type ViewNameInputProps = { name: string; onChange: (name: string) => void }

export function ViewNameInput({ name, onChange }: ViewNameInputProps) {
  return (
    <TextInput
      label={LOG_TEXTS.viewNameInput.name}
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={LONGEST_VIEW_NAME}
      required
      data-autofocus
    />
  )
}
