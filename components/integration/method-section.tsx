'use client'

import { List, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import { METHOD_WORDS } from '../texts/integration-method-words.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { MethodCards } from './method-cards.tsx'

const TEXTS = INTEGRATION_TEXTS.methodSection

type MethodSectionProps = {
  method: ConnectionMethod
  canEdit: boolean
  chooseMethod: Deed<[method: ConnectionMethod], null>
}

/** How the store talks to ONTRAPORT, and the change to the other way. */
export function MethodSection({ method, canEdit, chooseMethod }: MethodSectionProps) {
  const { run, isRunning, fault } = useDeed(chooseMethod)
  const ask = (next: ConnectionMethod) =>
    askFirst(
      {
        title: TEXTS.changeToThe(METHOD_WORDS[next].name),
        size: 'lg',
        consequence: <Consequences method={next} />,
        confirm: TEXTS.changeTheMethod,
        cancel: TEXTS.leaveIt,
      },
      () => run([next], () => notifyDone(TEXTS.methodChanged, METHOD_WORDS[next].name)),
    )
  return (
    <SectionCard id="method" title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <FormFault fault={fault} />
        <MethodCards active={method} canEdit={canEdit} isChanging={isRunning} onChoose={ask} />
        <Notice
          tone="quiet"
          title={TEXTS.theTwoVendorsDo}
          icon={<IconInfoCircle size={18} stroke={1.8} />}
        >
          {TEXTS.ultracartRecommendsTheApi}
        </Notice>
      </Stack>
    </SectionCard>
  )
}

function Consequences({ method }: { method: ConnectionMethod }) {
  return (
    <>
      <Text size="sm" mb="xs">
        {TEXTS.thisCountsForWhat}
      </Text>
      <List size="sm" spacing={6}>
        {METHOD_WORDS[method].consequences.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </>
  )
}
