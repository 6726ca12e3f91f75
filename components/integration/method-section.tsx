'use client'

import { List, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { MethodCards } from './method-cards.tsx'
import { METHOD_WORDS } from './method-words.ts'

type MethodSectionProps = {
  method: ConnectionMethod
  canEdit: boolean
  chooseMethod: Deed<[method: ConnectionMethod], null>
}

/** How the store talks to ONTRAPORT, and the change to the other way. */
export function MethodSection({ method, canEdit, chooseMethod }: MethodSectionProps) {
  const { run, isRunning, fault } = useDeed(chooseMethod)
  const ask = (next: ConnectionMethod) =>
    modals.openConfirmModal({
      title: `Change to the ${METHOD_WORDS[next].name}?`,
      size: 'lg',
      children: <Consequences method={next} />,
      labels: { confirm: 'Change the method', cancel: 'Leave it' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: () => run([next], () => notifyDone('Method changed', METHOD_WORDS[next].name)),
    })
  return (
    <SectionCard
      id="method"
      title="Method"
      description="How the store’s sales reach ONTRAPORT. Exactly one of the two tells a sale."
    >
      <Stack>
        <FormFault fault={fault} />
        <MethodCards active={method} canEdit={canEdit} isChanging={isRunning} onChoose={ask} />
        <Notice
          tone="quiet"
          title="The two vendors do not advise the same"
          icon={<IconInfoCircle size={18} stroke={1.8} />}
        >
          UltraCart recommends the API method. ONTRAPORT says that it does not track partner sales,
          and recommends the pixel for live orders. Without partners, the API method carries more;
          with partners, take the pixel method, or the API method with partner attribution. Products
          that ONTRAPORT polls stay in step under both.
        </Notice>
      </Stack>
    </SectionCard>
  )
}

function Consequences({ method }: { method: ConnectionMethod }) {
  return (
    <>
      <Text size="sm" mb="xs">
        This counts for what UltraCart reports from now on:
      </Text>
      <List size="sm" spacing={6}>
        {METHOD_WORDS[method].consequences.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </>
  )
}
