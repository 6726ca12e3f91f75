'use client'

import { Button, List } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { SandboxSwitch, SandboxView } from '#lib/domain/sandbox.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { wordsOfEntering, wordsOfLeaving } from './switch-words.ts'

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
    modals.openConfirmModal({
      title: words.title,
      children: (
        <List size="sm" spacing="xs">
          {words.consequences.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      ),
      labels: { confirm: words.confirm, cancel: words.cancel },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: () =>
        run([!isSandbox], (switched) =>
          switched.isSandbox
            ? notifyDone('In the sandbox', 'Nothing goes to ONTRAPORT.')
            : notifyDone('Live', 'Messages go to ONTRAPORT from now on.'),
        ),
    })
  return (
    <>
      <Button variant={isSandbox ? 'filled' : 'default'} loading={isRunning} onClick={ask}>
        {isSandbox ? 'Go live…' : 'Enter the sandbox…'}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}
