'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText, IconDownload, IconUpload, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FileSource } from '../list-import/file-source.tsx'
import { ListImportSteps, type ListSourceProps } from '../list-import/list-import-steps.tsx'
import { PasteSource } from '../list-import/paste-source.tsx'
import { ListPreview } from './list-preview.tsx'
import type { ProductListDeeds } from './store-deeds.ts'

/** The products as CSV, down for everybody, up or pasted for those who may edit. */
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
      {canEdit && <UploadButton deeds={deeds} />}
      {canEdit && <PasteButton deeds={deeds} />}
    </>
  )
}

function UploadButton({ deeds }: { deeds: ProductListDeeds }) {
  return (
    <ImportButton
      deeds={deeds}
      label="Upload CSV"
      Icon={IconUpload}
      title="Upload items and product names"
      renderSource={(source) => (
        <FileSource
          {...source}
          hint="The first row names the columns: item_id, and product name or description; price and currency where you have them. A download that was edited will do. What UltraCart says of an item counts more than the list."
        />
      )}
    />
  )
}

function PasteButton({ deeds }: { deeds: ProductListDeeds }) {
  return (
    <ImportButton
      deeds={deeds}
      label="Paste names"
      Icon={IconClipboardText}
      title="Paste product names from a spreadsheet"
      renderSource={(source) => (
        <PasteSource
          {...source}
          label="Two columns: item id and product name"
          hint="Copy both columns in the spreadsheet and paste them here. Nothing is changed before you have seen what would be."
          placeholder={'TEA-GREEN-100\tGreen Tea (100 g)\nMUG-BLUE\tMug, blue'}
        />
      )}
    />
  )
}

type ImportButtonProps = {
  deeds: ProductListDeeds
  label: string
  title: string
  Icon: TablerIcon
  renderSource: (source: ListSourceProps) => ReactNode
}

function ImportButton({ deeds, label, title, Icon, renderSource }: ImportButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={title}
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ListImportSteps
          deeds={deeds}
          renderSource={renderSource}
          renderPlan={(plan) => <ListPreview plan={plan} />}
          sayResult={(counts) => `${counts.new} new and ${counts.changed} changed items.`}
          onClose={close}
        />
      </Modal>
    </>
  )
}
