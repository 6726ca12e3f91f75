'use client'

import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { checkEmail } from '#lib/domain/account-fields.ts'
import type { ErasedPerson } from '#lib/domain/erased-person.ts'
import { FormFault } from '../form-fault.tsx'
import { SectionCard } from '../section-card.tsx'
import { ERASE_TEXTS as TEXTS } from '../texts/keeping.ts'
import { useDeed } from '../use-deed.ts'
import { EraseConfirm } from './erase-confirm.tsx'
import type { EraseDeeds } from './erase-deeds.ts'
import classes from './erase-section.module.css'

type Step =
  | { kind: 'asked' }
  | { kind: 'found'; email: string; found: ErasedPerson }
  | { kind: 'erased'; erased: ErasedPerson }

/** Erases a person: looks first, then asks for the email once more. */
export function EraseSection({ deeds }: { deeds: EraseDeeds }) {
  const [step, setStep] = useState<Step>({ kind: 'asked' })
  const start = () => setStep({ kind: 'asked' })
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <LookForm
          look={deeds.look}
          onFound={(email, found) => setStep({ kind: 'found', email, found })}
          onTyped={start}
        />
        <div role="status" className={classes.outcome}>
          {step.kind === 'found' && isNothing(step.found) && (
            <Text size="sm">{TEXTS.nothing(step.email)}</Text>
          )}
          {step.kind === 'erased' && <Outcome erased={step.erased} />}
        </div>
        {step.kind === 'found' && !isNothing(step.found) && (
          <EraseConfirm
            email={step.email}
            found={step.found}
            erase={deeds.erase}
            onErased={(erased) => setStep({ kind: 'erased', erased })}
            onCancel={start}
          />
        )}
      </Stack>
    </SectionCard>
  )
}

function isNothing({ transmissionCount, deliveryCount }: ErasedPerson): boolean {
  return transmissionCount === 0 && deliveryCount === 0
}

function Outcome({ erased }: { erased: ErasedPerson }) {
  return (
    <>
      <Text size="sm" fw={560}>
        {TEXTS.done(erased.transmissionCount, erased.deliveryCount)}
      </Text>
      <Text size="sm">{TEXTS.doneMore}</Text>
    </>
  )
}

type LookFormProps = Pick<EraseDeeds, 'look'> & {
  onFound: (email: string, found: ErasedPerson) => void
  onTyped: () => void
}

function LookForm({ look, onFound, onTyped }: LookFormProps) {
  const { run, isRunning, fault } = useDeed(look)
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = email.trim()
    setWrong(checkEmail(asked))
    if (checkEmail(asked) === null) run([asked], (found) => onFound(asked, found))
  }
  const type = (text: string) => {
    setEmail(text)
    onTyped()
  }
  return (
    <form noValidate onSubmit={submit}>
      <FormFault fault={fault} />
      <div className={classes.look}>
        <TextInput
          className={classes.email}
          label={TEXTS.email}
          type="email"
          autoComplete="off"
          value={email}
          error={wrong}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isRunning}>
          {TEXTS.look}
        </Button>
      </div>
    </form>
  )
}
