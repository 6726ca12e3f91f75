'use client'

import { Autocomplete, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { useAccountNames } from './account-names.tsx'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.addMapping

export function AddMappingForm({ setName, onClose }: { setName: SetName; onClose: () => void }) {
  const { save, isRunning, fault } = useSetName(setName)
  const names = useAccountNames()
  const form = useForm({
    initialValues: { itemId: '', productName: '' },
    validate: {
      itemId: (itemId) => (itemId.trim() === '' ? TEXTS.enterTheItemId : null),
      productName: (name) => (name.trim() === '' ? TEXTS.enterTheProductName : null),
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
          label={TEXTS.itemId}
          description={TEXTS.description}
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('itemId')}
        />
        <Autocomplete
          data={names}
          limit={20}
          label={TEXTS.productNameInOntraport}
          description={TEXTS.exactlyAsTheProduct}
          spellCheck={false}
          maxLength={255}
          {...form.getInputProps('productName')}
        />
        <FormButtons submit={TEXTS.save} isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
