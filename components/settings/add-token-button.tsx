'use client'

import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { checkTokenName } from '#lib/domain/account-fields.ts'
import type { MadeToken } from '#lib/domain/api-token.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { TOKENS_TEXTS } from '../texts/tokens.ts'
import { useDeed } from '../use-deed.ts'
import { ShownOnce } from './shown-once.tsx'
import type { TokenDeeds } from './token-deeds.ts'

/** Makes a token and shows it, this once. */
export function AddTokenButton({ add }: Pick<TokenDeeds, 'add'>) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const start = () => {
    setMade(null)
    open()
  }
  const { add: texts, made: words } = TOKENS_TEXTS
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        onClick={start}
      >
        {texts.button}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        size="lg"
        title={made === null ? texts.title : words.title(made.name)}
      >
        {made === null ? (
          <TokenForm add={add} onMade={setMade} onCancel={close} />
        ) : (
          <ShownOnce texts={words} value={made.token} onClose={close} />
        )}
      </Dialog>
    </>
  )
}

type TokenFormProps = Pick<TokenDeeds, 'add'> & {
  onMade: (made: MadeToken) => void
  onCancel: () => void
}

function TokenForm({ add, onMade, onCancel }: TokenFormProps) {
  const { run, isRunning, fault } = useDeed(add)
  const form = useForm({ initialValues: { name: '' }, validate: { name: checkTokenName } })
  const { name, nameHint, submit } = TOKENS_TEXTS.add
  return (
    <form noValidate onSubmit={form.onSubmit((values) => run([values.name], onMade))}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label={name}
          description={nameHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <FormButtons submit={submit} isRunning={isRunning} onCancel={onCancel} />
      </Stack>
    </form>
  )
}
