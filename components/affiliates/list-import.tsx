'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUpload } from '@tabler/icons-react'
import type { AffiliatesImport, AffiliatesPreview } from '#lib/domain/affiliate-list.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { FileSource } from '../list-import/file-source.tsx'
import type { ListDeeds } from '../list-import/list-deeds.ts'
import { ListImportSteps } from '../list-import/list-import-steps.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import { ListPreview } from './list-preview.tsx'

const TEXTS = AFFILIATES_TEXTS.listImport

export type AffiliateListDeeds = ListDeeds<AffiliatesPreview, AffiliatesImport>

/** Takes in a CSV list, after showing what it would change. */
export function ListImport({ deeds }: { deeds: AffiliateListDeeds }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        {TEXTS.uploadCsv}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={TEXTS.title} size="xl">
        <ListImportSteps
          deeds={deeds}
          renderSource={(source) => <FileSource {...source} hint={TEXTS.theFirstRowNames} />}
          renderPlan={(preview) => <ListPreview preview={preview} />}
          sayResult={sayResult}
          onClose={close}
        />
      </Dialog>
    </>
  )
}

function sayResult({ accepted, faulty }: AffiliatesImport): string {
  const news = TEXTS.entries(accepted)
  const left = faulty === 0 ? '' : TEXTS.faultyRowsWereLeft(faulty)
  return TEXTS.inTheLog(news, left)
}
