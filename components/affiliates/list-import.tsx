'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUpload } from '@tabler/icons-react'
import type { AffiliatesImport, AffiliatesPreview } from '#lib/domain/affiliate-list.ts'
import { FileSource } from '../list-import/file-source.tsx'
import type { ListDeeds } from '../list-import/list-deeds.ts'
import { ListImportSteps } from '../list-import/list-import-steps.tsx'
import { ListPreview } from './list-preview.tsx'

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
        Upload CSV
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Upload a list of affiliates"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ListImportSteps
          deeds={deeds}
          renderSource={(source) => (
            <FileSource
              {...source}
              hint="The first row names the columns; needed are the affiliate’s number and its approval or status. Without an email an affiliate is only noted."
            />
          )}
          renderPlan={(preview) => <ListPreview preview={preview} />}
          sayResult={sayResult}
          onClose={close}
        />
      </Modal>
    </>
  )
}

function sayResult({ accepted, faulty }: AffiliatesImport): string {
  const news = accepted === 1 ? '1 entry' : `${accepted} entries`
  const left = faulty === 0 ? '' : ` ${faulty} faulty rows were left out.`
  return `${news} in the log.${left}`
}
