'use client'

import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core'
import { useSingleKeys } from '../use-single-keys.ts'
import classes from './keyboard-sheet.module.css'

type KeyLine = { keys: string[]; does: string }

const SINGLE: readonly KeyLine[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['f'], does: 'Filter by status' },
  { keys: ['t'], does: 'Time range' },
  { keys: ['j', 'k'], does: 'Next and previous row' },
  { keys: ['r'], does: 'Resend the row, after a question' },
  { keys: ['c'], does: 'Copy the row as text' },
  { keys: ['Shift c'], does: 'Copy the row as JSON' },
  { keys: ['n'], does: 'Show the new rows' },
  { keys: ['u'], does: 'Times in UTC and back' },
  { keys: ['?'], does: 'This sheet' },
]

const NAMED: readonly KeyLine[] = [
  { keys: ['↓', '↑'], does: 'Next and previous row, from a row or the drawer' },
  { keys: ['Enter'], does: 'Open the row beside the list; once more, open its page' },
  { keys: ['Esc'], does: 'Close what is open' },
]

type KeyboardSheetProps = { isOpen: boolean; onClose: () => void }

/** All keys of the log, and the switch for those that work alone. */
export function KeyboardSheet({ isOpen, onClose }: KeyboardSheetProps) {
  const [isOn, setOn] = useSingleKeys()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keys of the log"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Switch
          label="Single-key shortcuts"
          description="Switch them off if you speak to your computer, or press keys by accident."
          checked={isOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <dl className={classes.list} data-off={!isOn || undefined}>
          {SINGLE.map((line) => (
            <Line key={line.does} line={line} />
          ))}
        </dl>
        <Text size="sm" fw={600}>
          Always
        </Text>
        <dl className={classes.list}>
          {NAMED.map((line) => (
            <Line key={line.does} line={line} />
          ))}
        </dl>
      </Stack>
    </Modal>
  )
}

function Line({ line }: { line: KeyLine }) {
  return (
    <div className={classes.line}>
      <dt>
        <Group gap={4}>
          {line.keys.map((key) => (
            <Kbd key={key} size="sm">
              {key}
            </Kbd>
          ))}
        </Group>
      </dt>
      <dd>{line.does}</dd>
    </div>
  )
}
