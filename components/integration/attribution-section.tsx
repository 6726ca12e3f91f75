'use client'

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { formatSaleDelay } from '#lib/domain/sale-delay.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = RULE_TEXTS.attributionSection

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
      notifyDone(
        TEXTS.ruleSaved,
        value === 'on' ? TEXTS.partnersAreAttributed : TEXTS.partnersAreNotAttributed,
      ),
    )
  return (
    <SectionCard id="attribution" title={TEXTS.title} description={TEXTS.description}>
      <Stack>
        <FormFault fault={fault} />
        <NativeSelect
          label={TEXTS.attributePartnersByPixel}
          description={
            isOn
              ? TEXTS.theReceiptSendsThe(formatSaleDelay(rules.saleDelaySeconds))
              : TEXTS.salesGoOutAt
          }
          data={[
            { value: 'off', label: TEXTS.off },
            { value: 'on', label: TEXTS.on },
          ]}
          value={rules.attributeByPixel}
          disabled={!canEdit || isRunning}
          maw={520}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isOn && <DelayForm seconds={rules.saleDelaySeconds} canEdit={canEdit} setRule={setRule} />}
        {isOn && (
          <Text size="sm" c="dimmed" maw={720}>
            {TEXTS.aBuyerWhoLeaves}
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
      notifyDone(TEXTS.ruleSaved, TEXTS.aSaleWaits(formatSaleDelay(rules.saleDelaySeconds)))
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={TEXTS.howLongASale}
          description={TEXTS.fiveSecondsTo60Minutes}
          value={delay}
          disabled={!canEdit}
          error={fault}
          w={260}
          onChange={(event) => setDelay(event.currentTarget.value)}
        />
        {canEdit && (
          <Button type="submit" variant="default" loading={isRunning}>
            {TEXTS.save}
          </Button>
        )}
      </Group>
    </form>
  )
}
