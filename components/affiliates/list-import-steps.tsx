'use client'

import { Button, FileInput, Group, Loader, Stack } from '@mantine/core'
import { useState } from 'react'
import type { AffiliatesImport, AffiliatesPreview } from '#lib/domain/affiliate-list.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import type { ListDeeds } from './list-deeds.ts'
import { ListPreview } from './list-preview.tsx'

const MAX_FILE_BYTES = 6 * 1024 * 1024

type ListImportStepsProps = { deeds: ListDeeds; onClose: () => void }

/** Choosing a file shows what it would change; only the button changes it. */
export function ListImportSteps({ deeds, onClose }: ListImportStepsProps) {
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<AffiliatesPreview | null>(null)
  const previewing = useDeed(deeds.previewList)
  const importing = useDeed(deeds.importList)
  const isTooLarge = file !== null && file.size > MAX_FILE_BYTES
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setPreview(null)
    importing.clearFault()
    if (chosen !== null && chosen.size <= MAX_FILE_BYTES)
      previewing.run([toForm(chosen)], setPreview)
  }
  const takeIn = () => {
    if (file === null) return
    importing.run([toForm(file)], (result) => {
      onClose()
      notifyDone('List imported', sayResult(result))
    })
  }
  return (
    <Stack>
      <FileInput
        label="CSV file"
        description="The first row names the columns; needed are the affiliate’s number and its approval or status. Without an email an affiliate is only noted."
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
      {preview !== null && <ListPreview preview={preview} />}
      <Group gap="xs">
        {preview !== null && (
          <Button onClick={takeIn} loading={importing.isRunning} disabled={newsIn(preview) === 0}>
            {newsIn(preview) === 0 ? 'Nothing to import' : `Import ${newsIn(preview)}`}
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

function newsIn({ counts }: AffiliatesPreview): number {
  return counts.new + counts.changed
}

function sayResult({ accepted, faulty }: AffiliatesImport): string {
  const news = accepted === 1 ? '1 entry' : `${accepted} entries`
  const left = faulty === 0 ? '' : ` ${faulty} faulty rows were left out.`
  return `${news} in the log.${left}`
}
