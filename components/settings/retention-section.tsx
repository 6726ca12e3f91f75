'use client'

import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import {
  checkRetention,
  isShorter,
  RETENTION_BOUNDS,
  type Retention,
} from '#lib/domain/retention.ts'
import type { Storage } from '#lib/domain/storage.ts'
import { byteSize } from '../byte-size.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { KEEPING_TEXTS as TEXTS } from '../texts/keeping.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { SaveRow } from './save-row.tsx'

type RetentionSectionProps = {
  retention: Retention
  storage: Storage
  canChange: boolean
  save: Deed<[retention: Retention], Retention>
}

/** How long this store keeps what, and what follows. */
export function RetentionSection({ storage, ...form }: RetentionSectionProps) {
  const { databaseBytes, freeBytes, totalBytes } = storage
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <RetentionForm {...form} />
        <Text size="xs" c="dimmed">
          {TEXTS.storage(byteSize(databaseBytes), byteSize(freeBytes), byteSize(totalBytes))}
        </Text>
      </Stack>
    </SectionCard>
  )
}

function RetentionForm({ retention, canChange, save }: Omit<RetentionSectionProps, 'storage'>) {
  const { run, isRunning, fault } = useDeed(save)
  const form = useForm<Retention>({ initialValues: retention })
  const wish = { bodyDays: Number(form.values.bodyDays), rowMonths: Number(form.values.rowMonths) }
  const wrong = checkRetention(wish)
  const keep = () => run([wish], () => notifyDone(TEXTS.saved, TEXTS.savedText))
  const submit = form.onSubmit(() => {
    if (!isShorter(wish, retention)) return keep()
    return askFirst(
      { ...TEXTS.shorten, consequence: TEXTS.shorten.consequence(wish), isHarmful: true },
      keep,
    )
  })
  const field = (name: keyof Retention) => ({
    ...RETENTION_BOUNDS[name],
    ...form.getInputProps(name),
    disabled: !canChange,
    allowDecimal: false,
    clampBehavior: 'none' as const,
    flex: '1 1 240px',
    maw: 340,
  })
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <Group align="flex-start">
          <NumberInput
            label={TEXTS.bodyDays}
            description={TEXTS.bodyDaysHint}
            {...field('bodyDays')}
          />
          <NumberInput
            label={TEXTS.rowMonths}
            description={TEXTS.rowMonthsHint}
            {...field('rowMonths')}
          />
        </Group>
        <Text size="sm" role="status" {...(wrong !== null && { c: 'var(--mantine-color-error)' })}>
          {wrong ?? TEXTS.consequence(wish)}
        </Text>
        <SaveRow {...{ canChange, isRunning }} isDisabled={wrong !== null} texts={TEXTS} />
      </Stack>
    </form>
  )
}
