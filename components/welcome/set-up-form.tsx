'use client'

import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { checkEmail, checkMerchantId, checkMerchantName } from '#lib/domain/account-fields.ts'
import { FormFault } from '../form-fault.tsx'
import { WELCOME_TEXTS } from '../texts/welcome.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { checkNewPassword } from './judge-password.ts'
import { NewPasswordInput } from './new-password-input.tsx'
import { readStartDate, type StartChoice, StartDateInput } from './start-date-input.tsx'
import { WelcomeCard } from './welcome-card.tsx'

const TEXTS = WELCOME_TEXTS.setUpForm

export type SetUpFields = {
  email: string
  password: string
  merchantId: string
  merchantName: string
  startDate: string | null
  isSandbox: boolean
}

type SetUpFormProps = {
  /** Answers the path to go on to. */
  setUp: Deed<[fields: SetUpFields], string>
  onDone: (path: string) => void
}

const EMPTY = { email: '', password: '', merchantId: '', merchantName: '', startAt: '' }

export function SetUpForm({ setUp, onDone }: SetUpFormProps) {
  const { run, isRunning, fault } = useDeed(setUp)
  const form = useForm<typeof EMPTY & { start: StartChoice; isSandbox: boolean }>({
    initialValues: { ...EMPTY, start: 'now', isSandbox: false },
    validate: {
      email: (email) => checkEmail(email.trim()),
      password: checkNewPassword,
      merchantId: (merchantId) => checkMerchantId(merchantId.trim()),
      merchantName: checkMerchantName,
      startAt: (startAt, { start }) =>
        start === 'date' && startAt === '' ? TEXTS.chooseADateAnd : null,
    },
  })
  const submit = form.onSubmit(
    ({ email, password, merchantId, merchantName, start, startAt, isSandbox }) =>
      run(
        [
          {
            email: email.trim(),
            password,
            merchantId: merchantId.trim(),
            merchantName: merchantName.trim(),
            startDate: readStartDate(start, startAt),
            isSandbox,
          },
        ],
        onDone,
      ),
  )
  return (
    <WelcomeCard isWide title={TEXTS.title} description={TEXTS.description}>
      <form noValidate onSubmit={submit}>
        <Stack gap="xl">
          <FormFault fault={fault} />
          <FormPart title={TEXTS.yourAccount} description={TEXTS.youWillBeThe}>
            <TextInput
              label={TEXTS.email}
              type="email"
              autoComplete="username"
              {...form.getInputProps('email')}
            />
            <NewPasswordInput value={form.values.password} {...form.getInputProps('password')} />
          </FormPart>
          <FormPart title={TEXTS.yourStore} description={TEXTS.asItIsKnown}>
            <TextInput
              label={TEXTS.ultracartMerchantId}
              description={TEXTS.shownAtTheTop}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('merchantId')}
            />
            <TextInput
              label={TEXTS.storeName}
              description={TEXTS.howItIsCalled}
              autoComplete="organization"
              {...form.getInputProps('merchantName')}
            />
            <StartDateInput
              choice={form.getInputProps('start')}
              moment={form.getInputProps('startAt')}
              isDateChosen={form.values.start === 'date'}
            />
            <Checkbox
              label={TEXTS.beginInTheSandbox}
              description={TEXTS.nothingGoesToOntraport}
              {...form.getInputProps('isSandbox', { type: 'checkbox' })}
            />
          </FormPart>
          <Button type="submit" size="md" loading={isRunning} fullWidth>
            {TEXTS.setUpAndSign}
          </Button>
        </Stack>
      </form>
    </WelcomeCard>
  )
}

function FormPart(props: { title: string; description: string; children: ReactNode }) {
  return (
    <Stack component="fieldset" gap="md" p={0} m={0} bd="none" miw={0}>
      <legend style={{ padding: 0, marginBottom: 14 }}>
        <Text fw={620}>{props.title}</Text>
        <Text size="sm" c="dimmed">
          {props.description}
        </Text>
      </legend>
      {props.children}
    </Stack>
  )
}
