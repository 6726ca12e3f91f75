'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { ListImportSteps } from '../list-import/list-import-steps.tsx'
import { ListPreview } from './list-preview.tsx'
import type { ProductListDeeds } from './store-deeds.ts'

/** The products as CSV, down for everybody, up for those who may edit. */
export function ListButtons({ canEdit, deeds }: { canEdit: boolean; deeds: ProductListDeeds }) {
  return (
    <>
      <Button
        component="a"
        href="/products/download"
        download
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
      >
        Download CSV
      </Button>
      {canEdit && <ListImport deeds={deeds} />}
    </>
  )
}

function ListImport({ deeds }: { deeds: ProductListDeeds }) {
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
        title="Upload items and product names"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ListImportSteps
          deeds={deeds}
          hint="The first row names the columns: item_id, and product name or description; price and currency where you have them. A download that was edited will do. What UltraCart says of an item counts more than the list."
          renderPlan={(plan) => <ListPreview plan={plan} />}
          sayResult={(counts) => `${counts.new} new and ${counts.changed} changed items.`}
          onClose={close}
        />
      </Modal>
    </>
  )
}
