'use client'

import { Button, Group } from '@mantine/core'
import { IconKey, IconPlugConnected } from '@tabler/icons-react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { FormFault } from '../form-fault.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import classes from './key-section.module.css'

type SavedKeyProps = {
  hint: string | null
  canEdit: boolean
  texts: { test: string; replace: string }
  testKey: Deed<[], ConnectionTest>
  onTested: (test: ConnectionTest) => void
  onReplace: () => void
}

/** The end of a key that is saved, its test, and the way to another one. */
export function SavedKey({ hint, canEdit, texts, testKey, onTested, onReplace }: SavedKeyProps) {
  const test = useDeed(testKey)
  return (
    <>
      <Group gap="md">
        <span className={classes.key}>
          <IconKey size={17} stroke={1.8} aria-hidden />
          <span className={classes.hint}>{hint}</span>
        </span>
        {canEdit && (
          <Group gap="xs">
            <Button
              variant="default"
              loading={test.isRunning}
              leftSection={<IconPlugConnected size={16} stroke={1.8} aria-hidden />}
              onClick={() => test.run([], onTested)}
            >
              {texts.test}
            </Button>
            <Button variant="default" onClick={onReplace}>
              {texts.replace}
            </Button>
          </Group>
        )}
      </Group>
      <FormFault fault={test.fault} />
    </>
  )
}
