import { Button, Group, Text } from '@mantine/core'

type SaveRowProps = {
  canChange: boolean
  isRunning: boolean
  isDisabled?: boolean
  texts: { save: string; onlyOwners: string }
}

/** The end of a form that owners can save; others are told why they cannot. */
export function SaveRow({ canChange, isRunning, isDisabled = false, texts }: SaveRowProps) {
  if (!canChange)
    return (
      <Text size="sm" c="dimmed">
        {texts.onlyOwners}
      </Text>
    )
  return (
    <Group>
      <Button type="submit" loading={isRunning} disabled={isDisabled}>
        {texts.save}
      </Button>
    </Group>
  )
}
