'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Dialog } from '../dialog/dialog.tsx'
import { later } from '../later.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import type { SetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.addMapping

const AddMappingForm = later(() =>
  import('./add-mapping-form.tsx').then((file) => file.AddMappingForm),
)

/** Names an item that has not been seen in the store yet. */
export function AddMapping({ setName }: { setName: SetName }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        onPointerEnter={AddMappingForm.preload}
        onFocus={AddMappingForm.preload}
        onClick={open}
      >
        {TEXTS.addAName}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={TEXTS.title}>
        <AddMappingForm setName={setName} onClose={close} />
      </Dialog>
    </>
  )
}
