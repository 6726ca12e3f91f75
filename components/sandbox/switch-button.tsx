'use client'

import { Button, List } from '@mantine/core'
import type { SandboxSwitch, SandboxView } from '#lib/domain/sandbox.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'
import { wordsOfEntering, wordsOfLeaving } from '../texts/sandbox-switch-words.ts'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = SANDBOX_TEXTS.switchButton

export type SwitchSandbox = Deed<[isSandbox: boolean], SandboxSwitch>

type SwitchButtonProps = { sandbox: SandboxView; hasKey: boolean; switchSandbox: SwitchSandbox }

/** Enters the sandbox or leaves it, once the consequences have been read. */
export function SwitchButton({ sandbox, hasKey, switchSandbox }: SwitchButtonProps) {
  const { run, isRunning, fault } = useDeed(switchSandbox)
  const { isSandbox } = sandbox
  const words = isSandbox
    ? wordsOfLeaving({ ...sandbox, hasKey })
    : wordsOfEntering({ ...sandbox, hasKey })
  const ask = () =>
    askFirst({ ...words, consequence: <Consequences texts={words.consequences} /> }, () =>
      run([!isSandbox], (switched) =>
        switched.isSandbox
          ? notifyDone(TEXTS.inTheSandbox, TEXTS.nothingGoesToOntraport)
          : notifyDone(TEXTS.live, TEXTS.messagesGoToOntraport),
      ),
    )
  return (
    <>
      <Button variant={isSandbox ? 'filled' : 'default'} loading={isRunning} onClick={ask}>
        {isSandbox ? TEXTS.goLive : TEXTS.enterTheSandbox}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}

function Consequences({ texts }: { texts: readonly string[] }) {
  return (
    <List size="sm" spacing="xs">
      {texts.map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  )
}
