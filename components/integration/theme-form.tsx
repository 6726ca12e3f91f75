'use client'

import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Dialog } from '../dialog/dialog.tsx'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { type ThemeDeeds, useSaveTheme } from './use-save-theme.ts'

const TEXTS = RULE_TEXTS.themeForm

type AddThemeProps = Pick<ThemeDeeds, 'saveTheme'> & { suggestedKey: string }

export function AddTheme({ saveTheme, suggestedKey }: AddThemeProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        {TEXTS.addATheme}
      </Button>
      <ThemeModal
        title={TEXTS.addATheme}
        isOpen={isOpen}
        onClose={close}
        initial={{ theme: suggestedKey, ontraportHost: '' }}
        saveTheme={saveTheme}
      />
    </>
  )
}

type ThemeModalProps = Pick<ThemeDeeds, 'saveTheme'> & {
  title: string
  isOpen: boolean
  onClose: () => void
  initial: { theme: string; ontraportHost: string }
  /** The theme stays what it is; only its host changes. */
  isThemeFixed?: boolean
}

export function ThemeModal({ title, isOpen, onClose, ...form }: ThemeModalProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size="lg">
      <ThemeForm {...form} onClose={onClose} />
    </Dialog>
  )
}

type ThemeFormProps = Omit<ThemeModalProps, 'title' | 'isOpen'>

function ThemeForm({ saveTheme, initial, isThemeFixed, onClose }: ThemeFormProps) {
  const { save, isRunning, fault } = useSaveTheme(saveTheme)
  const form = useForm({ initialValues: initial })
  const submit = form.onSubmit(({ theme, ontraportHost }) => save(theme, ontraportHost, onClose))
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label={TEXTS.themeCodeOrStorefront}
          description={TEXTS.description}
          spellCheck={false}
          readOnly={isThemeFixed}
          data-autofocus={isThemeFixed ? undefined : true}
          {...form.getInputProps('theme')}
        />
        <TextInput
          label={TEXTS.ontraportSubDomain}
          description={TEXTS.pasteYourWholeTracking}
          spellCheck={false}
          data-autofocus={isThemeFixed ? true : undefined}
          {...form.getInputProps('ontraportHost')}
        />
        <FormButtons submit={TEXTS.save} isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
