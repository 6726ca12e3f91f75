'use client'

import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { checkMerchantName } from '#lib/domain/account-fields.ts'
import type { StoreProfile } from '#lib/domain/store-profile.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { STORE_TEXTS as TEXTS } from '../texts/store.ts'
import { ZoneSelect } from '../time/zone-select.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { SaveRow } from './save-row.tsx'

type StoreSectionProps = {
  merchantId: string
  store: StoreProfile
  canChange: boolean
  save: Deed<[store: StoreProfile], null>
}

/** How the store is called, and in which zone its days begin. */
export function StoreSection({ merchantId, store, canChange, save }: StoreSectionProps) {
  const { run, isRunning, fault } = useDeed(save)
  const form = useForm<StoreProfile>({
    initialValues: store,
    validate: { name: (name) => checkMerchantName(name.trim()) },
  })
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description(merchantId)}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => run([values], () => notifyDone(TEXTS.saved)))}
      >
        <Stack>
          <FormFault fault={fault} />
          <TextInput
            label={TEXTS.name}
            maw={420}
            maxLength={100}
            disabled={!canChange}
            {...form.getInputProps('name')}
          />
          <ZoneSelect
            label={TEXTS.zone}
            description={TEXTS.zoneHint}
            noZone={TEXTS.noZone}
            isDisabled={!canChange}
            zone={form.values.timeZone}
            onChoose={(timeZone) => form.setFieldValue('timeZone', timeZone)}
          />
          <SaveRow {...{ canChange, isRunning }} texts={TEXTS} />
        </Stack>
      </form>
    </SectionCard>
  )
}
