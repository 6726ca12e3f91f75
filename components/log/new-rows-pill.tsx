'use client'

import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { LOG_TEXTS } from '../texts/log.ts'
import classes from './new-rows-pill.module.css'

/** Where counting stops. */
const MOST_COUNTED = 100

type NewRowsPillProps = { count: number; isLoading: boolean; onShow: () => void }

/** Says how many have arrived; they come into the list when it is pressed, and not before. */
export function NewRowsPill({ count, isLoading, onShow }: NewRowsPillProps) {
  return (
    <div className={classes.place} role="status">
      {count > 0 && (
        <Button
          radius="xl"
          size="xs"
          className={classes.pill}
          loading={isLoading}
          leftSection={<IconArrowUp size={15} stroke={2} aria-hidden />}
          onClick={onShow}
        >
          {LOG_TEXTS.newRowsPill.newRows(
            count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count),
          )}
        </Button>
      )}
    </div>
  )
}
