'use client'

import { Group, Kbd, Stack, Switch, Text } from '@mantine/core'
import { LOG_TEXTS } from '../texts/log.ts'
import { useSingleKeys } from '../use-single-keys.ts'
import classes from './keyboard-sheet.module.css'

const TEXTS = LOG_TEXTS.keyboardSheet

type KeyLine = { keys: string[]; does: string }

const SINGLE: readonly KeyLine[] = [
  { keys: ['/'], does: TEXTS.search },
  { keys: ['f'], does: TEXTS.filterByStatus },
  { keys: ['t'], does: TEXTS.timeRange },
  { keys: ['j', 'k'], does: TEXTS.nextAndPreviousRow },
  { keys: ['r'], does: TEXTS.resendTheRowAfter },
  { keys: ['c'], does: TEXTS.copyTheRowAsText },
  { keys: ['Shift c'], does: TEXTS.copyTheRowAsJson },
  { keys: ['n'], does: TEXTS.showTheNewRows },
  { keys: ['u'], does: TEXTS.timesInUtcAnd },
  { keys: ['?'], does: TEXTS.thisSheet },
]

const NAMED: readonly KeyLine[] = [
  { keys: ['↓', '↑'], does: TEXTS.nextAndPreviousFromARow },
  { keys: ['Enter'], does: TEXTS.openTheRowBeside },
  { keys: ['Esc'], does: TEXTS.closeWhatIsOpen },
]

export function KeyboardLines() {
  const [isOn, setOn] = useSingleKeys()
  return (
    <Stack>
      <Switch
        label={TEXTS.singleKeyShortcuts}
        description={TEXTS.description}
        checked={isOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      <dl className={classes.list} data-off={!isOn || undefined}>
        {SINGLE.map((line) => (
          <Line key={line.does} line={line} />
        ))}
      </dl>
      <Text size="sm" fw={600}>
        {TEXTS.always}
      </Text>
      <dl className={classes.list}>
        {NAMED.map((line) => (
          <Line key={line.does} line={line} />
        ))}
      </dl>
    </Stack>
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
