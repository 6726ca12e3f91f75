import { Button, Group } from '@mantine/core'

type FormButtonsProps = { submit: string; isRunning: boolean; onCancel: () => void }

/** The end of a form in a dialog: send it, or leave it. */
export function FormButtons({ submit, isRunning, onCancel }: FormButtonsProps) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={isRunning}>
        {submit}
      </Button>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  )
}
