'use client'

import { FileInput, Loader } from '@mantine/core'
import { useState } from 'react'
import { LIST_IMPORT_TEXTS } from '../texts/list-import.ts'
import type { ListSourceProps } from './list-import-steps.tsx'

const TEXTS = LIST_IMPORT_TEXTS.fileSource

const MAX_FILE_BYTES = 6 * 1024 * 1024

/** Takes a list from a CSV file; `hint` says which columns it has to have. */
export function FileSource({ onList, isReading, hint }: ListSourceProps & { hint: string }) {
  const [file, setFile] = useState<File | null>(null)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    onList(chosen === null || isTooLarge(chosen) ? null : toForm(chosen))
  }
  return (
    <FileInput
      label={TEXTS.csvFile}
      description={hint}
      placeholder={TEXTS.placeholder}
      accept=".csv,.txt,text/csv"
      value={file}
      onChange={choose}
      clearable
      clearButtonProps={{ 'aria-label': TEXTS.removeTheFile }}
      rightSection={isReading ? <Loader size={16} /> : undefined}
      error={isTooLarge(file) && TEXTS.theFileIsLarger}
    />
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
