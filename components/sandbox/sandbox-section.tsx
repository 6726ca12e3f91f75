'use client'

import { NativeSelect, Stack, Title } from '@mantine/core'
import {
  readSandboxAnswer,
  SANDBOX_ANSWERS,
  type SandboxAnswer,
  type SandboxView,
} from '#lib/domain/sandbox.ts'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'
import { ANSWER_WORDS } from '../texts/sandbox-answer-words.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { ReceivedMessages } from './received-messages.tsx'
import { type FillSampleStore, SampleStoreButton } from './sample-store-button.tsx'
import { SandboxBadge } from './sandbox-badge.tsx'
import classes from './sandbox-section.module.css'
import { SwitchButton, type SwitchSandbox } from './switch-button.tsx'

const TEXTS = SANDBOX_TEXTS.sandboxSection

export type SandboxDeeds = {
  switchSandbox: SwitchSandbox
  chooseAnswer: Deed<[answer: SandboxAnswer], null>
  fillSampleStore: FillSampleStore
}

type SandboxSectionProps = SandboxDeeds & {
  sandbox: SandboxView
  hasKey: boolean
  canEdit: boolean
}

/** Where messages go, what the sandbox answers, and what it has received. */
export function SandboxSection({ sandbox, hasKey, canEdit, ...deeds }: SandboxSectionProps) {
  const { isSandbox } = sandbox
  return (
    <SectionCard
      id="sandbox"
      title={TEXTS.title}
      description={isSandbox ? ON : OFF}
      action={
        canEdit ? (
          <SwitchButton sandbox={sandbox} hasKey={hasKey} switchSandbox={deeds.switchSandbox} />
        ) : (
          isSandbox && <SandboxBadge />
        )
      }
    >
      {isSandbox && (
        <Stack gap="lg">
          <AnswerChoice sandbox={sandbox} canEdit={canEdit} chooseAnswer={deeds.chooseAnswer} />
          {canEdit && <SampleStoreButton fillSampleStore={deeds.fillSampleStore} />}
          <div>
            <Title order={3} mb="xs">
              {TEXTS.received}
            </Title>
            <ReceivedMessages messages={sandbox.messages} />
          </div>
        </Stack>
      )}
    </SectionCard>
  )
}

const ON = TEXTS.theStoreIsIn
const OFF = TEXTS.theStoreIsLive

type AnswerChoiceProps = Pick<SandboxDeeds, 'chooseAnswer'> & {
  sandbox: SandboxView
  canEdit: boolean
}

function AnswerChoice({ sandbox: { answer }, canEdit, chooseAnswer }: AnswerChoiceProps) {
  const { run, isRunning, fault } = useDeed(chooseAnswer)
  const choose = (next: string) => {
    const chosen = readSandboxAnswer(next)
    if (chosen === null) return
    run([chosen], () => notifyDone(TEXTS.theSandboxAnswers, ANSWER_WORDS[chosen].label))
  }
  return (
    <NativeSelect
      className={classes.answer}
      label={TEXTS.whatTheSandboxAnswers}
      description={ANSWER_WORDS[answer].meaning}
      data={SANDBOX_ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value].label }))}
      value={answer}
      disabled={!canEdit || isRunning}
      error={fault}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}
