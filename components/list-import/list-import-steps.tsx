'use client'

import { Button, FileInput, Group, Loader, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import type { ListDeeds, ListPlan } from './list-deeds.ts'

const MAX_FILE_BYTES = 6 * 1024 * 1024

type ListImportStepsProps<Plan extends ListPlan, Result> = {
  deeds: ListDeeds<Plan, Result>
  /** Which columns the file has to have. */
  hint: string
  renderPlan: (plan: Plan) => ReactNode
  sayResult: (result: Result) => string
  onClose: () => void
}

/** Choosing a file shows what it would change; only the button changes it. */
export function ListImportSteps<Plan extends ListPlan, Result>({
  deeds,
  hint,
  renderPlan,
  sayResult,
  onClose,
}: ListImportStepsProps<Plan, Result>) {
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<Plan | null>(null)
  const previewing = useDeed(deeds.previewList)
  const importing = useDeed(deeds.importList)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setPlan(null)
    importing.clearFault()
    if (chosen !== null && !isTooLarge(chosen)) previewing.run([toForm(chosen)], setPlan)
  }
  const takeIn = () => {
    if (file === null) return
    importing.run([toForm(file)], (result) => {
      onClose()
      notifyDone('List taken in', sayResult(result))
    })
  }
  return (
    <Stack>
      <FileInput
        label="CSV file"
        description={hint}
        placeholder="Choose a file"
        accept=".csv,.txt,text/csv"
        value={file}
        onChange={choose}
        clearable
        clearButtonProps={{ 'aria-label': 'Remove the file' }}
        rightSection={previewing.isRunning ? <Loader size={16} /> : undefined}
        error={isTooLarge(file) && 'The file is larger than 6 MB; split it.'}
      />
      <FormFault fault={previewing.fault ?? importing.fault} />
      {plan !== null && renderPlan(plan)}
      <Group gap="xs">
        {plan !== null && <TakeIn plan={plan} onClick={takeIn} isRunning={importing.isRunning} />}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

type TakeInProps = { plan: ListPlan; onClick: () => void; isRunning: boolean }

function TakeIn({ plan: { counts }, onClick, isRunning }: TakeInProps) {
  const news = counts.new + counts.changed
  return (
    <Button onClick={onClick} loading={isRunning} disabled={news === 0}>
      {news === 0 ? 'Nothing to change' : `Take in ${news}`}
    </Button>
  )
}

function isTooLarge(file: File | null): boolean {
  return file !== null && file.size > MAX_FILE_BYTES
}

function toForm(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
