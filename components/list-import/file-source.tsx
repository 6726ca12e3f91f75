'use client'

import { FileInput, Loader } from '@mantine/core'
import { useState } from 'react'
import type { ListSourceProps } from './list-import-steps.tsx'

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
      label="CSV file"
      description={hint}
      placeholder="Choose a file"
      accept=".csv,.txt,text/csv"
      value={file}
      onChange={choose}
      clearable
      clearButtonProps={{ 'aria-label': 'Remove the file' }}
      rightSection={isReading ? <Loader size={16} /> : undefined}
      error={isTooLarge(file) && 'The file is larger than 6 MB; split it.'}
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
