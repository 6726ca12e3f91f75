'use client'

import { Button, FileInput, Group, Loader, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import { ListPreview } from './list-preview.tsx'
import type { ProductListDeeds } from './store-deeds.ts'

const MAX_FILE_BYTES = 6 * 1024 * 1024

type ListImportStepsProps = { deeds: ProductListDeeds; onClose: () => void }

/** Choosing a file shows what it would change; only the button changes it. */
export function ListImportSteps({ deeds, onClose }: ListImportStepsProps) {
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<ProductListPlan | null>(null)
  const previewing = useDeed(deeds.previewList)
  const importing = useDeed(deeds.importList)
  const isTooLarge = file !== null && file.size > MAX_FILE_BYTES
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setPlan(null)
    importing.clearFault()
    if (chosen !== null && chosen.size <= MAX_FILE_BYTES) previewing.run([toForm(chosen)], setPlan)
  }
  const takeIn = () => {
    if (file === null) return
    importing.run([toForm(file)], (counts) => {
      onClose()
      notifyDone('List taken in', `${counts.new} new and ${counts.changed} changed items.`)
    })
  }
  return (
    <Stack>
      <FileInput
        label="CSV file"
        description="The first row names the columns: item_id, and product name or description; price and currency where you have them. A download that was edited will do. What UltraCart says of an item counts more than the list."
        placeholder="Choose a file"
        accept=".csv,.txt,text/csv"
        value={file}
        onChange={choose}
        clearable
        clearButtonProps={{ 'aria-label': 'Remove the file' }}
        rightSection={previewing.isRunning ? <Loader size={16} /> : undefined}
        error={isTooLarge && 'The file is larger than 6 MB; split it.'}
      />
      <FormFault fault={previewing.fault ?? importing.fault} />
      {plan !== null && <ListPreview plan={plan} />}
      <Group gap="xs">
        {plan !== null && (
          <Button onClick={takeIn} loading={importing.isRunning} disabled={newsIn(plan) === 0}>
            {newsIn(plan) === 0 ? 'Nothing to change' : `Take in ${newsIn(plan)}`}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

function toForm(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}

function newsIn({ counts }: ProductListPlan): number {
  return counts.new + counts.changed
}
