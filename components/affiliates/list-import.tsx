'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUpload } from '@tabler/icons-react'
import type { ListDeeds } from './list-deeds.ts'
import { ListImportSteps } from './list-import-steps.tsx'

/** Takes in a CSV list, after showing what it would change. */
export function ListImport({ deeds }: { deeds: ListDeeds }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        Import a list
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Import a list of affiliates"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ListImportSteps deeds={deeds} onClose={close} />
      </Modal>
    </>
  )
}
