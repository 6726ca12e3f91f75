'use client'

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { formatSaleDelay } from '#lib/domain/sale-delay.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { type Deed, useDeed } from '../use-deed.ts'

type AttributionSectionProps = {
  rules: RelayRules
  canEdit: boolean
  setRule: Deed<[name: string, value: string], RelayRules>
}

/** Under the API method: whether receipts name the partner first, and how long the sale waits for that. */
export function AttributionSection({ rules, canEdit, setRule }: AttributionSectionProps) {
  const { run, isRunning, fault } = useDeed(setRule)
  const isOn = rules.attributeByPixel === 'on'
  const choose = (value: string) =>
    run(['attribute-by-pixel', value], () =>
      notifyDone('Rule saved', `Partners are ${value === 'on' ? '' : 'not '}attributed by pixel`),
    )
  return (
    <SectionCard
      id="attribution"
      title="Partner attribution"
      description="ONTRAPORT sets a contact’s first referrer only when the contact is made, and never for one made by the API. So the receipt’s pixel can name the partner first, without a purchase, and the sale follows by the API."
    >
      <Stack>
        <FormFault fault={fault} />
        <NativeSelect
          label="Attribute partners by pixel"
          description={
            isOn
              ? `The receipt sends the buyer’s email and no purchase; the sale waits ${formatSaleDelay(rules.saleDelaySeconds)} for that. Rebills have no receipt and do not wait.`
              : 'Sales go out at once, and partners are not credited.'
          }
          data={[
            { value: 'off', label: 'Off' },
            { value: 'on', label: 'On' },
          ]}
          value={rules.attributeByPixel}
          disabled={!canEdit || isRunning}
          maw={520}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isOn && <DelayForm seconds={rules.saleDelaySeconds} canEdit={canEdit} setRule={setRule} />}
        {isOn && (
          <Text size="sm" c="dimmed" maw={720}>
            A buyer who leaves before the receipt shows, or blocks images or third-party cookies, is
            not attributed; the sale itself always arrives.
          </Text>
        )}
      </Stack>
    </SectionCard>
  )
}

type DelayFormProps = Omit<AttributionSectionProps, 'rules'> & { seconds: number }

function DelayForm({ seconds, canEdit, setRule }: DelayFormProps) {
  const { run, isRunning, fault } = useDeed(setRule)
  const [delay, setDelay] = useState(formatSaleDelay(seconds))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(['sale-delay', delay], (rules) => {
      setDelay(formatSaleDelay(rules.saleDelaySeconds))
      notifyDone('Rule saved', `A sale waits ${formatSaleDelay(rules.saleDelaySeconds)}`)
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label="How long a sale waits"
          description="5 seconds to 60 minutes, such as 30 s or 2 min."
          value={delay}
          disabled={!canEdit}
          error={fault}
          w={260}
          onChange={(event) => setDelay(event.currentTarget.value)}
        />
        {canEdit && (
          <Button type="submit" variant="default" loading={isRunning}>
            Save
          </Button>
        )}
      </Group>
    </form>
  )
}
