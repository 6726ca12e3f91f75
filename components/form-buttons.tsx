import { Button, Group } from '@mantine/core'
import { SHARED_TEXTS } from './texts/shared.ts'

type FormButtonsProps = { submit: string; isRunning: boolean; onCancel: () => void }

/** The end of a form in a dialog: send it, or leave it. */
export function FormButtons({ submit, isRunning, onCancel }: FormButtonsProps) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={isRunning}>
        {submit}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {SHARED_TEXTS.formButtons.cancel}
      </Button>
    </Group>
  )
}
