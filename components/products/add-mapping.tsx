'use client'

import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { type SetName, useSetName } from './use-set-name.tsx'

/** Names an item that has not been seen in the store yet. */
export function AddMapping({ setName }: { setName: SetName }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        Add a name
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Add a product name"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <AddMappingForm setName={setName} onClose={close} />
      </Modal>
    </>
  )
}

function AddMappingForm({ setName, onClose }: { setName: SetName; onClose: () => void }) {
  const { save, isRunning, fault } = useSetName(setName)
  const form = useForm({
    initialValues: { itemId: '', productName: '' },
    validate: {
      itemId: (itemId) => (itemId.trim() === '' ? 'Enter the item id.' : null),
      productName: (name) => (name.trim() === '' ? 'Enter the product name.' : null),
    },
  })
  const submit = form.onSubmit(({ itemId, productName }) =>
    save({ itemId: itemId.trim(), mappedName: null }, productName.trim(), onClose),
  )
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label="Item id"
          description="As it is in UltraCart."
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('itemId')}
        />
        <TextInput
          label="Product name in ONTRAPORT"
          description="Exactly as the product is called there."
          spellCheck={false}
          maxLength={255}
          {...form.getInputProps('productName')}
        />
        <FormButtons submit="Save" isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
