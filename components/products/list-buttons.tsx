'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText, IconDownload, IconUpload, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { FileSource } from '../list-import/file-source.tsx'
import { ListImportSteps, type ListSourceProps } from '../list-import/list-import-steps.tsx'
import { PasteSource } from '../list-import/paste-source.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { ListPreview } from './list-preview.tsx'
import type { ProductListDeeds } from './store-deeds.ts'

const TEXTS = PRODUCTS_TEXTS.listButtons

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
        {TEXTS.downloadCsv}
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
      label={TEXTS.uploadCsv}
      Icon={IconUpload}
      title={TEXTS.title}
      renderSource={(source) => <FileSource {...source} hint={TEXTS.theFirstRowNames} />}
    />
  )
}

function PasteButton({ deeds }: { deeds: ProductListDeeds }) {
  return (
    <ImportButton
      deeds={deeds}
      label={TEXTS.pasteNames}
      Icon={IconClipboardText}
      title={TEXTS.pasteProductNamesFrom}
      renderSource={(source) => (
        <PasteSource
          {...source}
          label={TEXTS.twoColumnsItemId}
          hint={TEXTS.copyBothColumnsIn}
          placeholder={TEXTS.placeholder}
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
      <Dialog isOpen={isOpen} onClose={close} title={title} size="xl">
        <ListImportSteps
          deeds={deeds}
          renderSource={renderSource}
          renderPlan={(plan) => <ListPreview plan={plan} />}
          sayResult={(counts) => TEXTS.newAndChangedItems(counts.new, counts.changed)}
          onClose={close}
        />
      </Dialog>
    </>
  )
}
